"""What this room records: who prepared what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from acuerdo.events.events import Event


@dataclass(frozen=True, kw_only=True)
class MacroKept(Event):
    """A saved answer was written, changed, or thrown away (`gone`)."""

    kind: ClassVar[str] = "macro.kept"
    subject_kind: ClassVar[str] = "macro"
    title: str
    gone: bool = False


@dataclass(frozen=True, kw_only=True)
class RecurringKept(Event):
    """A recurring case was written down or changed."""

    kind: ClassVar[str] = "recurring.kept"
    subject_kind: ClassVar[str] = "recurring"
    before: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)
