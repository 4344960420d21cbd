"""What this room records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from acuerdo.events.events import Event


@dataclass(frozen=True, kw_only=True)
class Published(Event):
    """A version of the manual was published."""

    kind: ClassVar[str] = "manual.published"
    subject_kind: ClassVar[str] = "manual"
    version: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class FieldKept(Event):
    """A question of the desk's own was written down or changed."""

    kind: ClassVar[str] = "field.kept"
    subject_kind: ClassVar[str] = "field"
    before: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)
