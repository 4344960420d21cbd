"""An explanation adds up, stretch by stretch, to the deadline and the state."""

from dataclasses import replace
from fractions import Fraction

from acuerdo.core.clocks import Explanation, explain, fold
from acuerdo.core.clocks.tests.manual import (
    AMPLIADO,
    BOGOTA,
    CONTINUO,
    RESPONSE,
    SOLUTION,
    Manual,
    at,
    log,
    rule,
)

HOURS = Manual((RESPONSE, SOLUTION), {"response": "< 6 business hours", "solution": "8 business hours"}, AMPLIADO)
STORY = ("12-07 20:00 opened", "12-09 09:00 responded", "12-09 09:00 status waiting_customer")


def explained(now: str, manual: Manual, *lines: str, which: int = -1) -> Explanation:
    return explain(fold(log(*lines), manual, at(now))[which], manual, at(now))


def rows(segments: tuple) -> list[tuple[str, str, str, object, object]]:
    return [
        (f"{s.start.astimezone(BOGOTA):%d %H:%M}", f"{s.end.astimezone(BOGOTA):%d %H:%M}", s.words, s.amount, s.total) for s in segments
    ]


def test_open_closed_holiday_and_paused_time_stand_one_under_the_other() -> None:
    explanation = explained("12-15 12:00", HOURS, *STORY)

    assert rows(explanation.segments) == [
        ("07 20:00", "07 21:00", "open", 1, 1),
        ("07 21:00", "08 00:00", "closed", 0, 1),
        ("08 00:00", "09 00:00", "holiday: Inmaculada Concepción", 0, 1),
        ("09 00:00", "09 09:00", "closed", 0, 1),
        ("09 09:00", "15 12:00", "paused: waiting_customer", 0, 1),
    ]
    assert rows(explanation.ahead) == [("15 12:00", "15 19:00", "open", 7, 8)]
    assert explanation.segments[-1].party == "customer"


def test_what_lies_ahead_leads_exactly_to_the_deadline() -> None:
    explanation = explained("12-07 20:30", HOURS, *STORY, which=0)

    assert rows(explanation.ahead)[-1] == ("09 09:00", "09 14:00", "open", 5, 6)
    assert explanation.ahead[-1].end == explanation.deadline


def test_after_a_stop_the_rest_is_what_was_left() -> None:
    explanation = explained("12-15 12:00", HOURS, *STORY, which=0)

    assert (explanation.segments[-1].end, explanation.clock.elapsed) == (at("12-09 09:00"), 1)
    assert rows(explanation.ahead) == [("09 09:00", "09 14:00", "open", 5, 6)]


def test_time_between_a_solution_and_its_reopening_is_told_as_stopped() -> None:
    resumed = Manual((replace(SOLUTION, on_reopen="resume"),), {"solution": "8 business hours"})
    lines = ("03-16 09:00 opened", "03-16 12:00 resolved", "03-17 10:00 reopened")

    assert rows(explained("03-17 11:00", resumed, *lines).segments) == [
        ("16 09:00", "16 12:00", "open", 3, 3),
        ("16 12:00", "17 10:00", "stopped: resolved", 0, 3),
        ("17 10:00", "17 11:00", "open", 1, 4),
    ]


def test_parts_of_business_days_add_up_exactly() -> None:
    days = Manual((SOLUTION,), {"solution": "2 business days"})
    explanation = explained("03-17 12:00", days, "03-16 16:30 opened")

    assert rows(explanation.segments)[0] == ("16 16:30", "16 17:00", "open", Fraction(1, 16), Fraction(1, 16))
    assert explanation.ahead[-1].total == 2


def test_time_that_runs_day_and_night_is_one_stretch() -> None:
    natural = Manual((SOLUTION,), {"solution": "72 hours"}, AMPLIADO)

    assert rows(explained("12-08 08:00", natural, "12-07 20:00 opened").segments) == [("07 20:00", "08 08:00", "open", 12, 12)]


def test_a_late_clock_has_nothing_ahead() -> None:
    explanation = explained("12-15 12:00", HOURS, "12-07 20:00 opened", which=0)

    assert explanation.ahead == ()
    assert explanation.segments[-1].end == at("12-15 12:00")
    assert explanation.segments[-1].total == explanation.clock.elapsed


def test_a_restarted_clock_is_explained_from_where_it_counts() -> None:
    again = rule("solution", "opened", "resolved", on_reclassify="restart")
    manual = Manual((again,), {"solution": {"alto": "8 hours", "bajo": "24 hours"}}, CONTINUO)
    events = log(("03-16 09:00 opened", {"facts": {"priority": "alto"}}), ("03-16 12:00 classified", {"facts": {"priority": "bajo"}}))
    (clock,) = fold(events, manual, at("03-16 13:00"))

    assert rows(explain(clock, manual, at("03-16 13:00")).segments) == [("16 12:00", "16 13:00", "open", 1, 1)]


def test_a_clock_explained_at_its_start_has_nothing_behind_it() -> None:
    explanation = explained("03-16 09:00", HOURS, "03-16 09:00 opened", which=0)

    assert explanation.segments == ()
    assert explanation.ahead[-1].total == 6
