"""The customer's windows, and what the end of a case does to its clocks."""

from acuerdo.core.clocks.tests.manual import CONTINUO, SILENCE, SOLUTION, Manual, fold_at, rule

WINDOW = Manual((SILENCE,), {"silence": "5 business days"})
OPENED, SOLVED = "03-16 09:00 opened", "03-16 12:00 resolved"
PROMISE = Manual((rule("formal", "opened", "restored"),), {"formal": "2 days"}, CONTINUO)


def test_a_window_is_over_once_its_end_is_reached_to_the_second() -> None:
    assert fold_at("03-24 11:59:59", WINDOW, OPENED, SOLVED) == ["silence 1 running 03-24 12:00"]
    assert fold_at("03-24 12:00", WINDOW, OPENED, SOLVED) == ["silence 1 elapsed 03-24 12:00"]


def test_what_comes_at_the_end_or_later_comes_too_late() -> None:
    for line in ("03-24 12:00 customer_wrote", "03-25 09:00 customer_wrote", "03-24 12:00 closed"):
        assert fold_at("03-30 09:00", WINDOW, OPENED, SOLVED, line) == ["silence 1 elapsed 03-24 12:00"]


def test_anything_before_the_end_answers_it_closing_and_cancelling_included() -> None:
    for line in ("03-24 11:59:59 customer_wrote", "03-17 09:00 closed", "03-17 09:00 cancelled", "03-17 09:00 reopened"):
        assert fold_at("03-30 09:00", WINDOW, OPENED, SOLVED, line) == ["silence 1 answered 03-24 12:00"]


def test_a_promise_live_at_the_end_is_cancelled_or_late_if_its_deadline_had_passed() -> None:
    assert fold_at("03-30 09:00", PROMISE, OPENED, "03-17 09:00 closed") == ["formal 1 cancelled 03-18 09:00"]
    assert fold_at("03-30 09:00", PROMISE, OPENED, "03-18 09:00 cancelled") == ["formal 1 cancelled 03-18 09:00"]
    assert fold_at("03-30 09:00", PROMISE, OPENED, "03-18 09:00:01 closed") == ["formal 1 breached 03-18 09:00"]


def test_under_the_sign_an_end_at_the_deadline_is_late() -> None:
    strict = Manual(PROMISE.rules, {"formal": "< 2 days"}, CONTINUO)

    assert fold_at("03-30 09:00", strict, OPENED, "03-18 09:00 closed") == ["formal 1 breached 03-18 09:00"]


def test_ended_while_it_waits_it_has_the_deadline_it_would_have_had_then() -> None:
    manual = Manual((SOLUTION,), {"solution": "8 business hours"})
    lines = (OPENED, "03-16 12:00 status waiting_customer", "03-18 10:00 cancelled")

    assert fold_at("03-30 09:00", manual, *lines) == ["solution 1 cancelled 03-18 15:00"]


def test_a_promise_that_closing_stops_is_kept_by_it() -> None:
    manual = Manual((rule("formal", "opened", "closed"),), {"formal": "2 days"}, CONTINUO)

    assert fold_at("03-30 09:00", manual, OPENED, "03-17 09:00 closed") == ["formal 1 met 03-18 09:00"]


def test_nothing_starts_in_a_closed_case() -> None:
    update = Manual((rule("update", "customer_wrote", "responded", repeats=True),), {"update": "4 business hours"})

    assert fold_at("03-30 09:00", update, OPENED, "03-16 12:00 closed", "03-17 09:00 customer_wrote") == []


def test_the_end_itself_may_start_a_window() -> None:
    survey = Manual((rule("survey", "closed", "customer_wrote", kind="window"),), {"survey": "3 days"}, CONTINUO)

    assert fold_at("03-17 09:00", survey, OPENED, "03-16 12:00 closed") == ["survey 1 running 03-19 12:00"]
