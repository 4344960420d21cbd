"""Events in, clocks out: the whole engine in one call."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from acuerdo.core.clocks.case import Case
from acuerdo.core.clocks.clock import Clock
from acuerdo.core.clocks.cycle import Cycle
from acuerdo.core.clocks.happening import Happening
from acuerdo.core.clocks.log import as_known_at
from acuerdo.core.clocks.result import result
from acuerdo.core.clocks.terms import Terms


def fold(happenings: Iterable[Happening], terms: Terms, now: datetime) -> tuple[Clock, ...]:
    """Give every cycle of every clock of a case as of `now`, in the manual's order.

    A pure function of the log, the terms and now: events later than `now` are not applied, parts of a
    second are cut. Clocks for which the facts give no target are left out. Raises IllegalLog for a log
    that cannot have happened, NeverOpens and OutOfReach for a calendar that cannot hold a target.
    """
    now = now.replace(microsecond=0)
    case = Case(terms)
    for event in as_known_at(now, happenings):
        case.apply(event)
    return results(case, now)


def results(case: Case, now: datetime) -> tuple[Clock, ...]:
    """Evaluate the clocks of a case that has its events, as of `now`, in whole seconds."""
    found = (result(cycle, case.facts, case.terms, now) for cycle in shown(case))
    return tuple(clock for clock in found if clock is not None)


def shown(case: Case) -> Iterator[Cycle]:
    """Give the cycles in the manual's order, then what stopped under terms that had other clocks."""
    known = [rule.id for rule in case.terms.rules]
    for rule_id in known:
        yield from case.cycles.get(rule_id, ())
    for rule_id in case.cycles.keys() - set(known):
        yield from (cycle for cycle in case.cycles[rule_id] if not cycle.is_live)
