"""What this room records."""

from dataclasses import dataclass
from typing import ClassVar

from acuerdo.events.events import Event


@dataclass(frozen=True, kw_only=True)
class StepTaken(Event):
    """A step of the first-run guide was taken, or put aside. The subject is the desk."""

    kind: ClassVar[str] = "desk.step"
    subject_kind: ClassVar[str] = "desk"
    step: str = ""
    skipped: bool | None = None
