"""One case under another version: which promises would have been kept, or why that cannot be said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from acuerdo.core.agreements import Agreement, Faults
from acuerdo.core.clocks import Clock, Terms, fold
from acuerdo.core.clocks.clock import State
from acuerdo.core.clocks.rule import Kind
from acuerdo.core.errors import Refusal
from acuerdo.events.models import Event
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for, folded, happenings

#: Why a case cannot be compared.
UNKNOWN_FACT, UNKNOWN_MILESTONE, CONTRACT, IMPOSSIBLE = "unknown_fact", "unknown_milestone", "contract", "impossible"
#: Why one promise of it cannot.
NO_TARGET = "no_target"


@dataclass(frozen=True, slots=True)
class Judged:
    """One promise of a case under its own version and under another. `problem`: NO_TARGET where the other promises nothing."""

    clock: str
    cycle: int
    was_late: bool
    would_be_late: bool
    was_due: datetime | None
    would_be_due: datetime | None
    problem: str = ""


class CannotJudge(Exception):  # noqa: N818 - a rule of comparing; nothing went wrong
    """The other version does not know something of the case. `problem` says why."""

    def __init__(self, problem: str, facts: Mapping[str, str]) -> None:
        super().__init__(problem)
        self.problem, self.facts = problem, facts


def judge(ticket: Ticket, log: list[Event], other: Agreement, now: datetime) -> list[Judged]:
    """Give each promise of the case, as of `now`, under both versions. Raises CannotJudge: what is not known is told, not guessed."""
    refuse_unknown(log, agreement_for(ticket), other)
    terms = terms_under(other, ticket.overrides)
    try:
        before = {(clock.id, clock.cycle): clock for clock in folded(ticket, now, log)}
        after = {(clock.id, clock.cycle): clock for clock in fold(happenings(log, terms), terms, now.astimezone(UTC))}
    except Refusal as refusal:
        raise CannotJudge(IMPOSSIBLE, {"reason": str(refusal)[:200]}) from refusal
    return [judged(key, before.get(key), after.get(key)) for key in {**after, **before} if is_promise(before.get(key), after.get(key))]


def is_promise(*clocks: Clock | None) -> bool:
    """Whether it is the provider's, where there is one."""
    return any(clock is not None and clock.kind is Kind.PROMISE for clock in clocks)


def judged(key: tuple[str, int], before: Clock | None, after: Clock | None) -> Judged:
    """Put both beside each other."""
    late = [clock is not None and clock.state is State.BREACHED for clock in (before, after)]
    due = [(clock.due_at or clock.due_if_resumed) if clock else None for clock in (before, after)]
    return Judged(*key, late[0], late[1], due[0], due[1], problem="" if after else NO_TARGET)


def terms_under(other: Agreement, overrides: Mapping[str, object]) -> Terms:
    """What the case would be owed, its contract's own terms over it. Raises CannotJudge where they do not fit."""
    try:
        return other.terms(overrides) if overrides else other.terms()
    except Faults as faults:
        raise CannotJudge(CONTRACT, {"reason": faults.lines()[0][:200]}) from faults


def refuse_unknown(log: Iterable[Event], own: Agreement, other: Agreement) -> None:
    """Raise CannotJudge for a fact by which either version gives times and which the other one lacks; for a milestone it lacks."""
    matter = facts_that_matter(own) | facts_that_matter(other)
    for event in log:
        for name, value in dict(event.facts.get("facts", {})).items():
            if name in matter and value and value not in other.facts.get(name, ()):
                raise CannotJudge(UNKNOWN_FACT, {"fact": name, "value": str(value)})
        milestone = event.facts.get("milestone") if event.kind == "ticket.reached" else None
        if milestone in own.milestones and milestone not in other.milestones:
            raise CannotJudge(UNKNOWN_MILESTONE, {"value": str(milestone)})


def facts_that_matter(agreement: Agreement) -> frozenset[str]:
    """The names of the facts by which a manual gives times; the plan always, for its calendar."""
    return frozenset(names_in(agreement)) | {"plan"}


def names_in(agreement: Agreement) -> Iterator[str]:
    """Those that its targets name."""
    for table in agreement.targets:
        for cell in table.cells:
            yield from cell.where
