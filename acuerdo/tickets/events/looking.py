"""What somebody looked at."""

from dataclasses import dataclass
from typing import ClassVar

from acuerdo.tickets.events.base import TicketEvent


@dataclass(frozen=True, kw_only=True)
class FileViewed(TicketEvent):
    """A file was downloaded, or shown in a page (`shown`). Its name, which may be personal, is in the detail."""

    kind: ClassVar[str] = "ticket.file_viewed"
    quiet: ClassVar[bool] = True
    file: int
    shown: bool = False
