"""Where a case lies within the desk: its team, its stage."""

from dataclasses import dataclass
from typing import ClassVar

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
