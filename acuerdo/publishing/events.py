"""What this room records. A version's own publishing is recorded where versions are kept (agreements)."""

from dataclasses import dataclass
from typing import ClassVar

from acuerdo.events.events import Event


@dataclass(frozen=True, kw_only=True)
class Acknowledged(Event):
    """A contact accepted a version. Each acceptance is a subject of its own: thousands may accept at once, and none waits for another."""

    kind: ClassVar[str] = "manual.acknowledged"
    subject_kind: ClassVar[str] = "acknowledgement"
    version: str
    contact: int
    way: str


@dataclass(frozen=True, kw_only=True)
class DraftEvent(Event):
    """Something done to a draft of the manual."""

    subject_kind: ClassVar[str] = "manual_draft"


@dataclass(frozen=True, kw_only=True)
class DraftStarted(DraftEvent):
    """A draft of the next version began with the text of another."""

    kind: ClassVar[str] = "manual.draft_started"
    based_on: str


@dataclass(frozen=True, kw_only=True)
class DraftSaved(DraftEvent):
    """Its text was saved; the text itself is kept as a revision."""

    kind: ClassVar[str] = "manual.draft_saved"
    revision: int


@dataclass(frozen=True, kw_only=True)
class DraftDiscarded(DraftEvent):
    """It was put away, unpublished; its revisions are kept."""

    kind: ClassVar[str] = "manual.draft_discarded"


@dataclass(frozen=True, kw_only=True)
class DraftPublished(DraftEvent):
    """It became a version. `tell`: whom that was to be told, "authorised" or "nobody"."""

    kind: ClassVar[str] = "manual.draft_published"
    version: str
    tell: str
