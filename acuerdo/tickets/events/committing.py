"""What the desk promises by a date, and what a person puts right in the open (clocks.md 5 and 6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from acuerdo.tickets.events.base import TicketEvent


@dataclass(frozen=True, kw_only=True)
class Promised(TicketEvent):
    """A date is promised, or moved: `date` is a day (ISO 8601) or an instant; `before` what was promised last."""

    kind: ClassVar[str] = "ticket.promised"
    clock: str
    date: str
    reason: str = ""
    before: str = ""
    message: int | None = None


@dataclass(frozen=True, kw_only=True)
class TermsSet(TicketEvent):
    """The case is evaluated under another version or plan; `overrides` is what its contract agrees apart."""

    kind: ClassVar[str] = "ticket.terms"
    manual: int
    version: str
    plan: str
    reason: str
    overrides: Mapping[str, object] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Corrected(TicketEvent):
    """The time of an event (`corrects`, its place among those the clocks know), or the state of a clock, is put right.

    `was` is what stood there before: the time, or the state.
    """

    kind: ClassVar[str] = "ticket.corrected"
    reason: str
    corrects: int | None = None
    what: str = ""
    time: str = ""
    clock: str = ""
    cycle: int | None = None
    state: str = ""
    was: str = ""
