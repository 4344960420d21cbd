"""What holds for every log (clocks.md part 11), against a walk through every minute."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from acuerdo.core.clocks import Clock, Happening, Target, explain, fold, next_alarm
from acuerdo.core.clocks.case import Case
from acuerdo.core.clocks.result import result
from acuerdo.core.clocks.tests.logs import logs, renumbered, status_at, with_status, working_instants, working_spans
from acuerdo.core.clocks.tests.manual import Manual, rule
from acuerdo.core.clocks.tests.slow_fold import SlowFold
from acuerdo.core.hours import Unit, measure, stretches
from acuerdo.core.hours.tests.calendars import DAYS, STEADY, calendars, instants
from acuerdo.core.hours.tests.walk import Walk

SECOND = timedelta(seconds=1)
#: Amounts that often fall on a closing time, and some that fall on no whole second.
AMOUNTS = {
    Unit.MINUTES: (45, 90),
    Unit.HOURS: (2, 24),
    Unit.DAYS: (1, 2),
    Unit.BUSINESS_MINUTES: (15, 30),
    Unit.BUSINESS_HOURS: (1, 2, 4, 8, Fraction(8, 7)),
    Unit.BUSINESS_DAYS: (1, 2, Fraction(1, 3)),
}
ANSWERS = ("customer_wrote", "reopened", "closed")
RULES = [
    rule("solution", "opened", "resolved", pauses=["waiting_customer"], on_reopen=reopen) for reopen in ("ignore", "resume", "restart")
] + [
    rule("update", "customer_wrote", "responded", pauses=["waiting_customer", "waiting_internal"], repeats=True),
    rule("silence", "resolved", *ANSWERS, kind="window"),
]


@st.composite
def cases(draw: Any, *, units: Sequence[Unit] = tuple(Unit), ends_of_day: bool = False) -> tuple[Manual, Any, list[Happening], Any]:
    """Make a manual of one clock, its calendar's first date, a log and an instant."""
    calendar, first = draw(calendars())
    unit = draw(st.sampled_from(units))
    amount = Fraction(draw(st.sampled_from(AMOUNTS[unit])))
    target = Target(amount, unit, strict=draw(st.booleans()), end_of_day=ends_of_day and draw(st.booleans()))
    chosen = draw(st.sampled_from(RULES))
    log = draw(logs(first))
    now = draw(instants(first, days=4)).replace(second=0)
    assume(measure(calendar, unit, log[0].at, log[0].at + timedelta(days=200)) > 2 * amount)
    return Manual((chosen,), {chosen.id: str(target)}, calendar), first, log, now


def results(clocks: tuple[Clock, ...]) -> list[tuple[object, ...]]:
    """Give what a person can see; how a pause was cut is not part of it."""
    return [(c.id, c.cycle, c.state, c.due_at, c.due_if_resumed, c.elapsed, c.remaining) for c in clocks]


@STEADY
@given(cases())
def test_the_fold_agrees_with_walking_through_every_minute(case: Any) -> None:
    manual, first, log, now = case
    slow = Walk(manual.calendar, first - timedelta(days=3), first + timedelta(days=DAYS + 3))
    chosen = manual.rules[0]
    target = manual.promise(chosen.id, {}).target

    expected = SlowFold(slow, chosen, target).run(log, now)

    clocks = fold(log, manual, now)
    assert [clock.state for clock in clocks] == [state for state, _ in expected]
    for clock, (_, due) in zip(clocks, expected, strict=True):
        assert clock.due_at == due or due is None


@STEADY
@given(cases(ends_of_day=True), st.data())
def test_a_pause_of_no_length_changes_nothing(case: Any, data: Any) -> None:
    manual, _, log, now = case
    at = data.draw(working_instants(log))

    paused = with_status(log, at, "waiting_customer", status_at(log, at))

    assert results(fold(paused, manual, now)) == results(fold(log, manual, now))


@STEADY
@given(cases(ends_of_day=True), st.data())
def test_splitting_a_pause_changes_nothing(case: Any, data: Any) -> None:
    manual, _, log, now = case
    at = data.draw(working_instants(log, status="waiting_customer"))

    split = with_status(log, at, "in_progress", "waiting_customer")

    assert results(fold(split, manual, now)) == results(fold(log, manual, now))


@STEADY
@given(cases(units=[unit for unit in Unit if unit.is_business]), st.data())
def test_pausing_while_closed_moves_no_business_deadline(case: Any, data: Any) -> None:
    manual, _, log, now = case
    start, end = data.draw(working_spans(log))
    closed = [s for s in stretches(manual.calendar, start, end) if s.kind != "open"]
    assume(closed)
    night = data.draw(st.sampled_from(closed))
    middle = night.start + (night.end - night.start) // 2
    at, resumed = data.draw(st.sampled_from([(night.start, night.end), (night.start, middle), (middle, night.end)]))
    status = status_at(log, at)
    assume(resumed not in {event.at for event in log})
    now = max(now, resumed)

    paused = with_status(with_status(log, at, "waiting_customer"), resumed, status)

    assert results(fold(paused, manual, now)) == results(fold(log, manual, now))


@STEADY
@given(cases(ends_of_day=True), st.data())
def test_reclassifying_there_and_back_changes_nothing(case: Any, data: Any) -> None:
    manual, first, log, now = case
    name = manual.rules[0].id
    manual = replace(manual, targets={name: {"alto": manual.targets[name], "bajo": "77 hours"}})
    log[0] = replace(log[0], facts={"priority": "alto"})
    at = data.draw(instants(first, days=4)).replace(second=0)
    stopped = any(event.event in (*manual.rules[0].stops, "closed") and event.at == at for event in log)
    assume(log[0].at <= at and not stopped)
    away, back = (Happening(at, "classified", 0, facts={"priority": priority}) for priority in ("bajo", "alto"))

    there_and_back = renumbered([e for e in log if e.at <= at] + [away, back] + [e for e in log if e.at > at])

    assert results(fold(there_and_back, manual, now)) == results(fold(log, manual, now))


@STEADY
@given(cases(ends_of_day=True), st.data())
def test_folding_a_prefix_and_then_the_rest_equals_folding_all(case: Any, data: Any) -> None:
    manual, _, log, now = case
    cut = data.draw(st.integers(0, len(log)))
    known = [event for event in log if event.at <= now]

    stepwise = Case(manual)
    for part in (known[:cut], known[cut:]):
        for event in part:
            stepwise.apply(event)
        [result(cycle, stepwise.facts, manual, now) for cycles in stepwise.cycles.values() for cycle in cycles]
    then = [result(cycle, stepwise.facts, manual, now) for cycles in stepwise.cycles.values() for cycle in cycles]

    assert tuple(then) == fold(known, manual, now) == fold(log, manual, now)


@STEADY
@given(cases(ends_of_day=True))
def test_an_explanation_adds_up_to_what_has_elapsed_and_leads_to_the_deadline(case: Any) -> None:
    manual, _, log, now = case
    for clock in fold(log, manual, now):
        explanation = explain(clock, manual, now)
        cut = (*explanation.segments, *explanation.ahead)

        assert sum(segment.amount for segment in explanation.segments) == clock.elapsed
        assert all(left.end == right.start for left, right in pairwise(cut))
        assert all(segment.start < segment.end for segment in cut)
        if explanation.ahead:
            assert cut[-1].end == explanation.deadline
            assert cut[-1].total >= clock.target.amount


@STEADY
@given(cases(ends_of_day=True))
def test_alarms_come_in_order_and_the_last_is_the_first_late_second(case: Any) -> None:
    manual, _, log, now = case
    manual = replace(manual, rules=(replace(manual.rules[0], warn_at=(Fraction(1, 2), Fraction(9, 10))),))
    known = [event for event in log if event.at <= now]
    for clock in fold(known, manual, now):
        moment, last = now, None
        while alarm := next_alarm(clock, clock.rule, moment):
            assert alarm.at > moment
            moment, last = alarm.at, alarm
        assert (last is not None) == (clock.state == "running")
        if last is not None:
            number = clock.cycle - 1
            assert last.is_deadline
            assert fold(known, manual, last.at)[number].state in {"breached", "elapsed"}
            assert fold(known, manual, last.at - SECOND)[number].state == "running"
