"""A noted cycle evaluated: its deadline, its state and what has counted."""

from datetime import datetime

from acuerdo.core.clocks.clock import Amount, Clock, State
from acuerdo.core.clocks.cycle import Cycle, Facts, Pause, PauseKind
from acuerdo.core.clocks.due import Due, due_of
from acuerdo.core.clocks.rule import Kind
from acuerdo.core.clocks.terms import Promise, Terms
from acuerdo.core.hours import measure


def result(cycle: Cycle, facts: Facts, terms: Terms, now: datetime) -> Clock | None:
    """Evaluate a cycle; a live one by the given facts and terms, a stopped one by those of its stop.

    None when they give it no target: the clock does not exist. Raises NeverOpens and OutOfReach.
    """
    facts = facts if cycle.facts is None else cycle.facts
    promise = (cycle.terms or terms).promise(cycle.rule.id, facts)
    if promise is None or (promise.target.is_date and not cycle.pledges):
        return None
    pauses = tuple(cycle.pauses)
    if cycle.paused:
        pauses += (Pause(PauseKind.PAUSED, *cycle.paused),)
    until = cycle.stopped_at or now
    calendar, unit = promise.calendar, promise.target.unit
    amounts = [measure(calendar, unit, pause.start, pause.end or until) for pause in pauses]
    due = due_of(cycle, promise, zip(pauses, amounts, strict=True))
    waits = stands_still(cycle, promise, due)
    # A promised date counts through pauses.
    stood_still = 0 if promise.target.is_date else sum(amounts)
    elapsed = measure(calendar, unit, cycle.counts_from, until)
    if stood_still:
        elapsed -= stood_still
    computed = state_of(cycle, promise, due, until)
    return Clock(
        rule=cycle.rule,
        cycle=cycle.number,
        promise=promise,
        state=State(cycle.corrections[-1].state) if cycle.corrections else computed,
        computed=computed,
        started_at=cycle.started_at,
        counts_from=cycle.counts_from,
        stopped_at=cycle.stopped_at,
        stopped_by=cycle.stopped_by,
        due_at=None if waits else due.at,
        due_if_resumed=due.at if waits else None,
        elapsed=elapsed,
        remaining=left(promise, due, elapsed, until),
        stood_still=stood_still,
        pauses=pauses,
        facts=facts,
        started_facts=cycle.started_facts,
        pledges=tuple(cycle.pledges),
        corrections=tuple(cycle.corrections),
    )


def stands_still(cycle: Cycle, promise: Promise, due: Due) -> bool:
    """Say whether it has no deadline for now; pauses never move a promised date."""
    return cycle.paused is not None and not due.passed and not promise.target.is_date


def state_of(cycle: Cycle, promise: Promise, due: Due, until: datetime) -> State:
    """Say how a cycle stands at its stop, or now."""
    if cycle.rule.kind is Kind.WINDOW:
        return window_state(cycle, due, until)
    if stands_still(cycle, promise, due):
        return State.PAUSED
    if due.passed or due.at < until or (due.at == until and promise.target.strict):
        return State.BREACHED
    if cycle.is_live:
        return State.RUNNING
    return State.CANCELLED if cycle.ended else State.MET


def window_state(cycle: Cycle, due: Due, until: datetime) -> State:
    """Say how a window stands: over once its end is reached, whatever stops it then or later."""
    if due.passed or (due.at <= until and not cycle.paused):
        return State.ELAPSED
    return State.RUNNING if cycle.is_live else State.ANSWERED


def left(promise: Promise, due: Due, elapsed: Amount, until: datetime) -> Amount:
    """Measure what is left of the target, or until the promised date; negative once it is past."""
    if promise.target.is_date:
        return measure(promise.calendar, promise.target.unit, until, due.at)
    return promise.target.whole - elapsed
