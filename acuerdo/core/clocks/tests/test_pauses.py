"""Time in which a clock stands still."""

from datetime import timedelta
from fractions import Fraction

from acuerdo.core.clocks.tests.manual import CONTINUO, RESPONSE, SOLUTION, Manual, at, fold_at, only, shown
from acuerdo.core.hours import deadline

HOURS = Manual((SOLUTION,), {"solution": "8 business hours"})
STRICT = Manual((SOLUTION,), {"solution": "< 8 business hours"})
OPENED = "03-16 09:00 opened"


def test_a_paused_clock_has_no_deadline_but_the_one_it_would_have_if_it_went_on_now() -> None:
    clock = only("03-18 11:00", HOURS, OPENED, "03-16 12:00 status waiting_customer")

    assert (clock.state, clock.due_at, shown(clock.due_if_resumed)) == ("paused", None, "03-18 16:00")
    assert (clock.elapsed, clock.remaining, clock.is_paused) == (3, 5, True)


def test_the_remaining_time_gives_the_deadline_for_any_instant_of_resumption() -> None:
    clock = only("03-16 15:00", HOURS, OPENED, "03-16 12:00 status waiting_customer")
    resumed = only("03-20 16:00", HOURS, OPENED, "03-16 12:00 status waiting_customer", "03-20 16:00 status in_progress")

    assert deadline(clock.calendar, clock.target.unit, at("03-20 16:00"), clock.remaining) == resumed.due_at
    assert shown(resumed.due_at) == "03-24 13:00"  # over the weekend and San José


def test_pausing_in_the_night_moves_nothing() -> None:
    assert fold_at("03-17 09:00", HOURS, OPENED, "03-16 17:30 status waiting_customer", "03-17 08:00 status in_progress") == [
        "solution 1 breached 03-16 17:00"
    ]
    assert fold_at("03-16 23:00", HOURS, "03-16 12:00 opened", "03-16 18:00 status waiting_customer", "03-16 22:00 status in_progress") == [
        "solution 1 running 03-17 12:00"
    ]


def test_a_deadline_that_had_passed_before_the_pause_stays() -> None:
    assert fold_at("03-20 12:00", HOURS, OPENED, "03-17 09:00:01 status waiting_customer", "03-19 09:00 status in_progress") == [
        "solution 1 breached 03-16 17:00"
    ]


def test_used_up_to_the_second_as_the_pause_begins_is_late_only_under_the_sign() -> None:
    lines = (OPENED, "03-16 17:00 status waiting_customer")

    assert fold_at("03-18 12:00", STRICT, *lines) == ["solution 1 breached 03-16 17:00"]
    assert fold_at("03-18 12:00", HOURS, *lines) == ["solution 1 paused –"]


def test_used_up_at_closing_and_paused_only_while_closed_stays_due_at_closing() -> None:
    lines = (OPENED, "03-16 17:00 status waiting_customer", "03-17 09:00 status in_progress")

    assert fold_at("03-17 09:00", HOURS, *lines) == ["solution 1 breached 03-16 17:00"]


def test_used_up_as_the_pause_began_is_due_the_moment_it_goes_on_in_open_time() -> None:
    lines = (OPENED, "03-16 17:00 status waiting_customer", "03-17 10:00 status in_progress")

    assert fold_at("03-17 10:00", HOURS, *lines) == ["solution 1 running 03-17 10:00"]
    assert fold_at("03-17 10:00", HOURS, *lines, "03-17 10:00 resolved") == ["solution 1 met 03-17 10:00"]
    assert fold_at("03-17 10:01", HOURS, *lines) == ["solution 1 breached 03-17 10:00"]


def test_solved_straight_from_waiting_is_measured_as_if_it_had_gone_on_then() -> None:
    lines = (OPENED, "03-16 12:00 status waiting_customer", "03-18 15:00 resolved")

    clock = only("03-19 12:00", HOURS, *lines)

    assert (clock.state, shown(clock.due_at), clock.elapsed) == ("met", "03-19 12:00", 3)


def test_a_clock_that_starts_in_a_status_of_its_pauses_starts_paused() -> None:
    ready = Manual((SOLUTION.__class__(**{**SOLUTION.__dict__, "starts": "ready"}),), {"solution": "8 business hours"})
    lines = (OPENED, "03-16 10:00 status waiting_customer", "03-16 12:00 ready")

    assert fold_at("03-16 13:00", ready, *lines) == ["solution 1 paused –"]
    assert fold_at("03-17 10:00", ready, *lines, "03-17 09:00 status in_progress") == ["solution 1 running 03-17 17:00"]


def test_answer_and_wait_in_one_save_stops_one_clock_and_pauses_the_other() -> None:
    manual = Manual((RESPONSE, SOLUTION), {"response": "< 2 business hours", "solution": "8 business hours"})
    lines = (OPENED, "03-16 10:00 responded", "03-16 10:00 status waiting_customer")

    assert fold_at("03-16 10:00", manual, *lines) == ["response 1 met 03-16 11:00", "solution 1 paused –"]


def test_wait_and_solve_in_one_save_stops_a_clock_that_never_stood_still() -> None:
    clock = only("03-16 13:00", HOURS, OPENED, "03-16 12:00 status waiting_customer", "03-16 12:00 resolved")

    assert (clock.state, shown(clock.due_at), clock.pauses) == ("met", "03-16 17:00", ())


def test_a_status_entered_twice_pauses_once() -> None:
    clock = only("03-17 12:00", HOURS, OPENED, "03-16 12:00 status waiting_customer", "03-16 13:00 status waiting_customer")

    assert [(pause.cause, shown(pause.start)) for pause in clock.pauses] == [("waiting_customer", "03-16 12:00")]


def test_a_pause_of_business_days_keeps_the_share_of_the_day_exactly() -> None:
    manual = Manual((SOLUTION,), {"solution": "2 business days"})
    clock = only("03-18 09:00", manual, "03-16 09:07 opened", "03-16 12:31:13 status waiting_customer")

    assert clock.elapsed == Fraction(3 * 3_600 + 24 * 60 + 13, 8 * 3_600)
    assert clock.elapsed + clock.remaining == 2


def test_hundreds_of_pauses_lose_no_second() -> None:
    start, lines = at("03-16 00:00"), ["03-16 00:00 opened"]
    for minute in range(1, 601, 2):
        lines.append(f"03-16 {minute // 60:02}:{minute % 60:02} status waiting_customer")
        lines.append(f"03-16 {(minute + 1) // 60:02}:{(minute + 1) % 60:02} status in_progress")
    clock = only("03-16 12:00", Manual((SOLUTION,), {"solution": "7 days"}, CONTINUO), *lines)

    assert clock.due_at == start + timedelta(days=7, minutes=300)
    assert clock.stood_still == Fraction(300, 1_440)
