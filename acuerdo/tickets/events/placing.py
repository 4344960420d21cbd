"""Where a case lies within the desk: its team, its stage; and the desk's rules of that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from acuerdo.events.events import Event
from acuerdo.tickets.events.base import TicketEvent


@dataclass(frozen=True, kw_only=True)
class TeamSet(TicketEvent):
    """Given to a team, or to none; `rule` says that a rule of the desk or of the manual did it."""

    kind: ClassVar[str] = "ticket.team_set"
    team: int | None
    name: str = ""
    before: int | None = None
    reason: str = ""
    rule: bool | None = None
    #: What made a rule hand it over, once.
    cause: str = ""


@dataclass(frozen=True, kw_only=True)
class StageEntered(TicketEvent):
    """Entered a stage of its status, as the manual names them, or left it (empty)."""

    kind: ClassVar[str] = "ticket.stage_entered"
    stage: str
    before: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Woken(TicketEvent):
    """The day that a case was planned for has come."""

    kind: ClassVar[str] = "ticket.woken"
    planned: str


@dataclass(frozen=True, kw_only=True)
class RuleKept(Event):
    """A rule of where cases go was made, changed, or put elsewhere among the others."""

    kind: ClassVar[str] = "rule.kept"
    subject_kind: ClassVar[str] = "rule"
    before: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class RuleRemoved(Event):
    """A rule of where cases go was taken away: what it was."""

    kind: ClassVar[str] = "rule.removed"
    subject_kind: ClassVar[str] = "rule"
    before: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SkillKept(Event):
    """A skill, and who has it."""

    kind: ClassVar[str] = "skill.kept"
    subject_kind: ClassVar[str] = "skill"
    before: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)
