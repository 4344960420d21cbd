"""How a deadline came to another date: from, to, and why. Nothing of it is stored: prefixes of the log are folded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import count
from types import MappingProxyType

from acuerdo.core.clocks.case import LEADS_TO, Case
from acuerdo.core.clocks.clock import Clock
from acuerdo.core.clocks.cycle import PauseKind
from acuerdo.core.clocks.fold import fold, results
from acuerdo.core.clocks.happening import Happening
from acuerdo.core.clocks.log import check_order, corrected_times, cut
from acuerdo.core.clocks.terms import Terms


class Why(StrEnum):
    """What moved a deadline: an event, or the end of a time that did not count."""

    CLASSIFIED = "classified"
    PROMISED = "promised"
    TERMS = "terms"
    CORRECTED = "corrected"
    PAUSED = "paused"
    REOPENED = "reopened"


#: Events that move deadlines by themselves.
MOVERS = frozenset({"classified", "promised", "terms", "corrected", "reopened"})


@dataclass(frozen=True, slots=True)
class Move:
    """A deadline exchanged for another one at an instant, all UTC.

    `label` is the status of a pause, or the reason that a person gave; it may be empty.
    """

    at: datetime
    before: datetime
    after: datetime
    why: Why
    label: str = ""


#: The moves of a case by clock and cycle.
Key = tuple[str, int]
Moves = Mapping[Key, tuple[Move, ...]]
NO_MOVES: Moves = MappingProxyType({})


def moves(happenings: Iterable[Happening], terms: Terms, now: datetime) -> Moves:
    """Give the moves of each clock's deadline up to `now`; clocks whose deadline never moved are not there.

    A clock that stands still has no deadline: its move is told once it runs on. Raises what `fold` raises, where anything may have moved.
    """
    now = now.replace(microsecond=0)
    log = [whole for event in happenings if (whole := cut(event)).at <= now]
    if nothing_moves(log, terms):
        return NO_MOVES
    due: dict[Key, datetime] = {}
    found: dict[Key, list[Move]] = {}
    for event, clocks in unfolding(log, terms):
        for clock in clocks:
            if clock.due_at is None:
                continue
            key = (clock.id, clock.cycle)
            before = due.setdefault(key, clock.due_at)
            if before != clock.due_at:
                found.setdefault(key, []).append(Move(event.at, before, clock.due_at, *why(event, clock)))
                due[key] = clock.due_at
    return {key: tuple(each) for key, each in found.items()}


def nothing_moves(log: Iterable[Happening], terms: Terms) -> bool:
    """Say whether no deadline can have moved: nothing that moves one happened, and the case was in no status in which a clock pauses."""
    pausing = {status for rule in terms.rules for status in rule.pauses_in}
    return not any(event.event in MOVERS or (event.status or LEADS_TO.get(event.event)) in pausing for event in log)


def unfolding(log: Sequence[Happening], terms: Terms) -> Iterator[tuple[Happening, Iterable[Clock]]]:
    """Fold what was known after each event at which a deadline may be new or another: a start, what moves one, the end of a pause.

    A corrected time changes what came before it, so such a log is folded anew after each event.
    """
    check_order(log)
    if corrected_times(log):
        for length, event in zip(count(1), log, strict=False):
            yield event, fold(log[:length], terms, event.at)
        return
    case = Case(terms)
    for event in log:
        stood_still = any(cycle.paused for cycle in case.live())
        case.apply(event)
        if stood_still or event.event in MOVERS or any(event.event == rule.starts for rule in case.terms.rules):
            yield event, results(case, event.at)


def why(event: Happening, clock: Clock) -> tuple[Why, str]:
    """Say why the deadline moved at an event: by the event itself, or because a time that did not count has ended."""
    if event.event in {Why.CLASSIFIED, Why.PROMISED, Why.TERMS, Why.CORRECTED}:
        return Why(event.event), event.reason
    last = clock.pauses[-1] if clock.pauses else None
    if last is None or last.kind is PauseKind.STOPPED:
        return Why.REOPENED, ""
    return Why.PAUSED, last.cause
