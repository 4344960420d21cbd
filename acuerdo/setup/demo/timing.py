"""When the steps of a case come: the desk's in a share of what it has promised, the customer's when they get to it."""

from datetime import datetime
from fractions import Fraction

from acuerdo.core.clocks import Clock
from acuerdo.setup.demo.case import Case
from acuerdo.setup.demo.rhythm import MINUTE, at_share, later, up
from acuerdo.setup.demo.stories import BEATS, CUSTOMERS, Beat
from acuerdo.tickets.queries import folded, terms_of


def first_promise(case: Case, share: Fraction) -> datetime | None:
    """When a share of the tightest promise has passed that the final classification will give a case just opened."""
    ticket = case.left()
    terms, facts = terms_of(ticket), {**ticket.facts, **case.story.facts}
    promises = [terms.promise(rule.id, facts) for rule in terms.rules if rule.starts in {"opened", "ready"}]
    times = [at_share(one, case.at, Fraction(0), share) for one in promises if one and not one.target.is_date]
    return up(min(times)) if times else None


def within(case: Case, events: frozenset[str], share: Fraction) -> datetime | None:
    """When a share of the live promise has passed that one of these events will stop; None without one."""
    ticket = case.left()
    stopped = {rule.id for rule in terms_of(ticket).rules if rule.kind == "promise" and set(rule.stops) & events}
    live = [clock for clock in folded(ticket, case.at) if clock.id in stopped and clock.stopped_at is None]
    return min((of_clock(case, clock, share) for clock in live), default=None)


def of_clock(case: Case, clock: Clock, share: Fraction) -> datetime:
    """When a share of a clock's promise has passed; in the shift, if that is still in time."""
    when = at_share(clock.promise, case.at, Fraction(clock.elapsed), share)
    if not clock.promise.calendar.always:
        return up(when)
    by_day = later(case.shift, when, 1)
    limit = at_share(clock.promise, case.at, Fraction(clock.elapsed), max(share, Fraction(9, 10)))
    return by_day if by_day < limit else up(when)


def taken_at(case: Case) -> datetime:
    """When somebody takes the case: early in what the final classification promises, so that urgent ones do not wait."""
    opened = case.at
    promised = first_promise(case, Fraction(case.rng.randint(5, 30), 100) * case.answers_at)
    at = min(promised, case.soon(5, 90)) if promised else case.soon(5, 90)
    return before(case, max(at, opened + 2 * MINUTE))


def time_of(case: Case, beat: Beat) -> datetime:
    """When a beat comes: the customer's when they get to it, the desk's in a share of what it has promised."""
    if case.fixed and case.fixed[0] == beat.kind:
        return max(case.fixed[1], case.at + MINUTE)
    if beat.kind in CUSTOMERS:
        return before(case, case.soon(25, 600))
    if beat.kind in {"notes", "raises", "waits"}:
        return before(case, in_time(case, case.soon(6, 80), Fraction(1, 2)))
    share = case.solves_at if beat.kind.startswith("solves") else case.answers_at
    at = within(case, BEATS[beat.kind], share)
    if at is None:
        at = case.soon(180, 1300) if beat.kind.startswith("solves") else case.soon(30, 420)
    return before(case, max(at, case.at + 3 * MINUTE))


def in_time(case: Case, at: datetime, part: Fraction) -> datetime:
    """No later than this part of the way to the solution that a promise asks for, even by night."""
    limit = within(case, BEATS["solves"], case.solves_at * part)
    return at if limit is None else max(min(at, limit), case.at + 4 * MINUTE)


def before(case: Case, at: datetime) -> datetime:
    """No later than halfway to the beat whose instant is given."""
    if case.fixed is None or at < case.fixed[1] or case.at >= case.fixed[1]:
        return at
    return case.at + max((case.fixed[1] - case.at) / 2 // MINUTE, 1) * MINUTE
