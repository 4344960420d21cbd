"""What an event is, and who can be its author. Each slice's `events.py` says which events it records."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it, and from where (INT-039). `kind`: person (the desk's), contact (the customer's) or system."""

    kind: str
    id: int | None = None
    name: str = ""
    ip: str = ""
    programme: str = ""
    authorised_by: str = ""


SYSTEM = Actor("system", programme="acuerdo")


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened to a subject. Fields of a subclass are its facts; `detail` is what may be erased (Ley 1581)."""

    kind: ClassVar[str]
    subject_kind: ClassVar[str]
    #: Nobody's page shows it: who watches the subject need not look again.
    quiet: ClassVar[bool] = False

    subject_id: int
    confirmed: bool = False
    module: str = ""
    detail: Mapping[str, object] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """The facts as JSON values: no empty ones, instants in UTC."""
        own = (f.name for f in fields(self) if f.name not in {"subject_id", "confirmed", "module", "detail"})
        return {name: plain(value) for name in own if (value := getattr(self, name)) not in (None, "", (), {})}


def plain(value: object) -> object:
    """A value as JSON knows it."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return [plain(item) for item in value]
    return value
