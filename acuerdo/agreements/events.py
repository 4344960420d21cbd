"""What this room records."""

from dataclasses import dataclass
from typing import ClassVar

from acuerdo.events.events import Event


@dataclass(frozen=True, kw_only=True)
class Published(Event):
    """A version of the manual was published."""

    kind: ClassVar[str] = "manual.published"
    subject_kind: ClassVar[str] = "manual"
    version: str
    digest: str
