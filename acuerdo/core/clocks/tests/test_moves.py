"""How a deadline came to another date: from when to when, and why."""

from typing import Any

from hypothesis import given

from acuerdo.core.clocks import Why, explain, fold, moves, sentence
from acuerdo.core.clocks.tests.manual import AMPLIADO, SOLUTION, Manual, at, log, rule, shown
from acuerdo.core.clocks.tests.test_properties import cases
from acuerdo.core.hours.tests.calendars import STEADY

TWO_DAYS = Manual((SOLUTION,), {"solution": {"alta": "4 business hours", "baja": "2 business days"}})
LOW = ("03-16 09:00 opened", {"facts": {"priority": "baja"}})
DATED = Manual((rule("entrega", "promised", "resolved"),), {"entrega": "date"})


def told(now: str, manual: Manual, *lines: str | tuple[str, dict]) -> list[str]:
    """Write each move as "03-17 10:00 03-18 09:00 → 03-18 10:00 paused waiting_customer"."""
    found = moves(log(*lines), manual, at(now))
    return [f"{shown(m.at)} {shown(m.before)} → {shown(m.after)} {m.why} {m.label}".strip() for each in found.values() for m in each]


def said(now: str, manual: Manual, *lines: str | tuple[str, dict], language: str = "es", reader: str = "customer") -> str:
    events = log(*lines)
    clock = fold(events, manual, at(now))[-1]
    return sentence(explain(clock, manual, at(now), moves(events, manual, at(now))), language, reader)


def test_the_end_of_a_pause_moves_the_deadline_by_the_open_time_in_it() -> None:
    lines = (LOW, "03-16 10:00 status waiting_customer", "03-16 12:00 status in_progress")

    assert told("03-16 11:00", TWO_DAYS, *lines) == []
    assert told("03-16 13:00", TWO_DAYS, *lines) == ["03-16 12:00 03-17 17:00 → 03-18 11:00 paused waiting_customer"]


def test_a_pause_in_the_night_moves_nothing() -> None:
    assert told("03-18 13:00", TWO_DAYS, LOW, "03-16 18:00 status waiting_customer", "03-17 08:00 status in_progress") == []


def test_an_answer_while_it_waits_tells_what_the_wait_moved() -> None:
    assert told("03-18 13:00", TWO_DAYS, LOW, "03-16 16:00 status waiting_customer", "03-17 10:00 resolved") == [
        "03-17 10:00 03-17 17:00 → 03-18 11:00 paused waiting_customer"
    ]


def test_another_priority_says_so_with_the_reason() -> None:
    up = ("03-16 10:00 classified", {"facts": {"priority": "alta"}, "reason": "se cayó todo"})

    assert told("03-16 17:00", TWO_DAYS, LOW, up) == ["03-16 10:00 03-17 17:00 → 03-16 13:00 classified se cayó todo"]


def test_a_corrected_opening_moves_the_deadline_from_when_it_was_corrected() -> None:
    later = ("03-16 16:00 corrected", {"corrects": 0, "time": at("03-16 12:00"), "reason": "llegó más tarde"})

    assert told("03-16 17:00", TWO_DAYS, LOW, later) == ["03-16 16:00 03-17 17:00 → 03-18 12:00 corrected llegó más tarde"]


def test_other_hours_move_what_was_due_after_closing() -> None:
    ampler = Manual((SOLUTION,), {"solution": {"baja": "2 business days"}}, calendar=AMPLIADO)

    assert told("03-16 17:00", TWO_DAYS, LOW, ("03-16 15:00 terms", {"terms": ampler, "reason": "horario ampliado"})) == [
        "03-16 15:00 03-17 17:00 → 03-17 21:00 terms horario ampliado"
    ]


def test_every_move_of_a_promised_date_is_told_with_its_reason() -> None:
    lines = (
        "03-16 09:00 opened",
        ("03-16 10:00 promised", {"clock": "entrega", "date": at("03-20 15:00")}),
        ("03-17 10:00 promised", {"clock": "entrega", "date": at("03-25 15:00"), "reason": "falta el acta"}),
    )

    assert told("03-18 10:00", DATED, *lines) == ["03-17 10:00 03-20 15:00 → 03-25 15:00 promised falta el acta"]
    assert "La fecha cambió: era el viernes 20 a las 15:00 y quedó para el miércoles 25 a las 15:00, porque se acordó otra fecha." in said(
        "03-18 10:00", DATED, *lines
    )
    assert "porque se acordó otra fecha (falta el acta)." in said("03-18 10:00", DATED, *lines, reader="desk")


def test_a_resumed_clock_says_that_the_case_was_reopened() -> None:
    resumed = Manual((rule("solution", "opened", "resolved", on_reopen="resume"),), {"solution": "4 business hours"})

    assert told("03-16 16:00", resumed, "03-16 09:00 opened", "03-16 10:00 resolved", "03-16 15:00 reopened") == [
        "03-16 15:00 03-16 13:00 → 03-17 10:00 reopened"
    ]


def test_a_restarted_clock_is_another_cycle_and_no_move() -> None:
    again = (LOW, "03-16 10:00 resolved", "03-16 15:00 reopened")

    assert told("03-16 16:00", TWO_DAYS, *again) == []


def test_two_moves_are_told_one_after_the_other_and_more_are_counted() -> None:
    lines = [LOW]
    for hour in (10, 12, 14):
        lines += [f"03-16 {hour}:00 status waiting_customer", f"03-16 {hour + 1}:00 status in_progress"]

    assert said("03-16 14:00", TWO_DAYS, *lines[:5], language="en").count("The date moved twice: from Tuesday 17 at 17:00 to") == 1
    assert (
        "La fecha cambió 3 veces: era el martes 17 a las 17:00 y quedó para el miércoles 18 a las 12:00; "
        "la última vez, porque esperábamos su respuesta." in said("03-16 16:00", TWO_DAYS, *lines)
    )


@STEADY
@given(cases(ends_of_day=True))
def test_without_an_event_that_moves_it_a_deadline_has_no_moves_and_with_one_they_lead_to_it(case: Any) -> None:
    manual, _, events, now = case
    found = moves(events, manual, now)
    movers = {"status", "reopened", "resolved", "closed"}

    assert found == {} or any(event.event in movers for event in events)
    for clock in fold(events, manual, now):
        each = found.get((clock.id, clock.cycle), ())
        assert [move.before for move in each[1:]] == [move.after for move in each[:-1]]
        assert all(move.before != move.after and move.why in {Why.PAUSED, Why.REOPENED} for move in each)
        if each and clock.due_at:
            assert each[-1].after == clock.due_at
