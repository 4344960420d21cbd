"""What this room records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from acuerdo.events.events import Event

#: The subject of what concerns the whole desk: its only chain has this number.
DESK = 1


@dataclass(frozen=True, kw_only=True)
class AuditEvent(Event):
    """Something about the desk's own records."""

    subject_kind: ClassVar[str] = "audit"
    subject_id: int = DESK


@dataclass(frozen=True, kw_only=True)
class Exported(AuditEvent):
    """Somebody took the result of a search of the log away (`format`: csv or jsonl); `entries` is not known beforehand."""

    kind: ClassVar[str] = "audit.exported"
    format: str
    search: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ProofTaken(AuditEvent):
    """The proof of a case was made and handed out."""

    kind: ClassVar[str] = "audit.proof_taken"
    case: int
    by_customer: bool = False


@dataclass(frozen=True, kw_only=True)
class PlacesChanged(AuditEvent):
    """Seals are sent elsewhere from now on; the addresses are in the detail."""

    kind: ClassVar[str] = "audit.seal_places_changed"


@dataclass(frozen=True, kw_only=True)
class JobMended(AuditEvent):
    """A failed job was tried again, or discarded with a reason."""

    kind: ClassVar[str] = "audit.job_mended"
    job: int
    task: str
    done: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class MailMended(AuditEvent):
    """A mail that waited was sent again, or a received one processed again; by its number."""

    kind: ClassVar[str] = "audit.mail_mended"
    done: str
    mail: int
