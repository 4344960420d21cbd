"""An event of a case."""

from dataclasses import dataclass
from typing import ClassVar

from acuerdo.events.events import Event


@dataclass(frozen=True, kw_only=True)
class TicketEvent(Event):
    """Something that happened to a case; `subject_id` is its primary key."""

    subject_kind: ClassVar[str] = "ticket"
