"""What this room records."""

from dataclasses import dataclass
from typing import ClassVar

from acuerdo.tickets.events import TicketEvent


@dataclass(frozen=True, kw_only=True)
class Rated(TicketEvent):
    """The customer said how it was; no clock knows it. The comment's text stays out of the log."""

    kind: ClassVar[str] = "ticket.rated"
    module: str = "satisfaction"
    closing: int
    value: str
    before: str = ""
    commented: bool = False
