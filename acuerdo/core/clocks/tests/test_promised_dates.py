"""Clocks whose target is a date that somebody promised, and targets until the end of a day."""

from datetime import date

from acuerdo.core.clocks.tests.manual import Manual, at, fold_at, only, rule, shown

DELIVERY = Manual((rule("delivery", "diagnosed", "resolved", pauses=["waiting_customer"]),), {"delivery": "date"})
DIAGNOSED = ("03-16 09:00 opened", "03-16 10:00 diagnosed")


def promised(when: str, until: object, reason: str = "plan de trabajo") -> tuple[str, dict]:
    return f"{when} promised", {"clock": "delivery", "date": until, "reason": reason}


def test_it_exists_from_its_first_promise() -> None:
    assert fold_at("03-16 10:30", DELIVERY, *DIAGNOSED) == []
    assert fold_at("03-16 11:00", DELIVERY, *DIAGNOSED, promised("03-16 11:00", at("03-20 15:00"))) == ["delivery 1 running 03-20 15:00"]


def test_a_promise_before_its_start_event_starts_it() -> None:
    clock = only("03-17 09:00", DELIVERY, "03-16 09:00 opened", promised("03-16 09:30", at("03-20 15:00")), "03-16 10:00 diagnosed")

    assert shown(clock.started_at) == "03-16 09:30"


def test_a_promise_in_a_case_that_has_ended_starts_nothing() -> None:
    lines = ("03-16 09:00 opened", "03-16 09:10 cancelled", promised("03-16 09:30", at("03-20 15:00")))

    assert fold_at("03-30 09:00", DELIVERY, *lines) == []


def test_its_deadline_is_the_date_promised_last_and_every_move_is_counted() -> None:
    lines = (*DIAGNOSED, promised("03-16 11:00", at("03-20 15:00")), promised("03-19 11:00", at("03-26 15:00"), "falta el proveedor"))

    clock = only("03-19 12:00", DELIVERY, *lines)

    assert (shown(clock.due_at), clock.moves) == ("03-26 15:00", 1)
    assert [(shown(p.at), p.reason) for p in clock.pledges] == [("03-16 11:00", "plan de trabajo"), ("03-19 11:00", "falta el proveedor")]


def test_pauses_never_move_it() -> None:
    lines = (*DIAGNOSED, promised("03-16 11:00", at("03-20 15:00")), "03-17 09:00 status waiting_customer")

    assert fold_at("03-18 09:00", DELIVERY, *lines) == ["delivery 1 running 03-20 15:00"]
    assert fold_at("03-20 15:01", DELIVERY, *lines) == ["delivery 1 breached 03-20 15:00"]


def test_kept_at_the_promised_instant_it_is_kept() -> None:
    lines = (*DIAGNOSED, promised("03-16 11:00", at("03-20 15:00")))

    assert fold_at("03-30 09:00", DELIVERY, *lines, "03-20 15:00 resolved") == ["delivery 1 met 03-20 15:00"]
    assert fold_at("03-30 09:00", DELIVERY, *lines, "03-20 15:00:01 resolved") == ["delivery 1 breached 03-20 15:00"]


def test_a_day_is_kept_until_its_closing_or_its_midnight_if_it_does_not_open() -> None:
    friday, holiday = date(2026, 3, 20), date(2026, 3, 23)

    assert fold_at("03-17 09:00", DELIVERY, *DIAGNOSED, promised("03-16 11:00", friday)) == ["delivery 1 running 03-20 17:00"]
    assert fold_at("03-17 09:00", DELIVERY, *DIAGNOSED, promised("03-16 11:00", holiday)) == ["delivery 1 running 03-24 00:00"]


def test_a_promise_after_the_clock_has_stopped_changes_nothing() -> None:
    lines = (*DIAGNOSED, promised("03-16 11:00", at("03-20 15:00")), "03-23 09:00 resolved", promised("03-24 09:00", at("03-30 15:00")))

    assert fold_at("03-30 09:00", DELIVERY, *lines) == ["delivery 1 breached 03-20 15:00"]


SAME_DAY = Manual((rule("solution", "opened", "resolved", pauses=["waiting_customer"]),), {"solution": "4 business hours, end of day"})


def test_until_the_end_of_the_day_moves_to_the_closing_of_the_day_it_falls_in() -> None:
    assert fold_at("03-16 10:00", SAME_DAY, "03-16 09:00 opened") == ["solution 1 running 03-16 17:00"]
    assert fold_at("03-16 15:00", SAME_DAY, "03-16 14:00 opened") == ["solution 1 running 03-17 17:00"]


def test_exactly_at_closing_it_stays_there() -> None:
    assert fold_at("03-16 14:00", SAME_DAY, "03-16 13:00 opened") == ["solution 1 running 03-16 17:00"]


def test_a_pause_after_the_amount_but_before_closing_gives_the_day_of_the_resumption() -> None:
    lines = ("03-16 09:00 opened", "03-16 16:00 status waiting_customer")

    assert fold_at("03-16 16:30", SAME_DAY, *lines) == ["solution 1 paused –"]
    assert fold_at("03-18 11:00", SAME_DAY, *lines, "03-18 10:00 status in_progress") == ["solution 1 running 03-18 17:00"]
    assert fold_at("03-18 11:00", SAME_DAY, *lines, "03-16 16:30 status in_progress") == ["solution 1 breached 03-16 17:00"]
