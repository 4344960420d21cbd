"""What a reopening does to clocks that have stopped, and to those that have not."""

from acuerdo.core.clocks import PauseKind, fold
from acuerdo.core.clocks.tests.manual import SILENCE, Manual, at, fold_at, log, only, rule, shown, told

OPENED = "03-16 09:00 opened"
REOPENED = (OPENED, "03-16 12:00 resolved", "03-17 10:00 reopened")


def manual(on_reopen: str, target: str = "8 business hours") -> Manual:
    return Manual((rule("solution", "opened", "resolved", pauses=["waiting_customer"], on_reopen=on_reopen),), {"solution": target})


def test_restart_begins_a_cycle_from_zero_and_the_old_result_stays() -> None:
    assert fold_at("03-17 12:00", manual("restart"), *REOPENED) == [
        "solution 1 met 03-16 17:00",
        "solution 2 running 03-18 10:00",
    ]


def test_resume_keeps_what_had_run_and_does_not_count_the_time_stopped() -> None:
    clock = only("03-17 12:00", manual("resume"), *REOPENED)

    assert (clock.cycle, clock.state, shown(clock.due_at), clock.elapsed) == (1, "running", "03-17 15:00", 5)
    assert [(p.kind, p.cause) for p in clock.pauses] == [(PauseKind.STOPPED, "resolved")]


def test_ignore_leaves_stopped_what_has_stopped() -> None:
    assert fold_at("03-30 12:00", manual("ignore"), *REOPENED) == ["solution 1 met 03-16 17:00"]


def test_a_late_solution_stays_late_when_it_is_resumed() -> None:
    lines = (OPENED, "03-17 10:00 resolved", "03-17 11:00 reopened", "03-17 11:30 resolved")

    assert fold_at("03-17 12:00", manual("resume"), *lines) == ["solution 1 breached 03-16 17:00"]


def test_solved_at_the_last_second_and_resumed_is_due_at_once() -> None:
    lines = (OPENED, "03-16 17:00 resolved", "03-17 10:00 reopened")

    assert fold_at("03-17 10:00", manual("resume"), *lines) == ["solution 1 running 03-17 10:00"]
    assert fold_at("03-17 10:00:01", manual("resume"), *lines) == ["solution 1 breached 03-17 10:00"]


def test_a_clock_that_never_started_is_not_started_by_a_reopening() -> None:
    formal = Manual((rule("formal", "diagnosed", "resolved", on_reopen="restart"),), {"formal": "2 days"})

    assert fold_at("03-17 12:00", formal, *REOPENED) == []


def test_a_clock_that_still_runs_is_not_touched_by_a_reopening() -> None:
    formal = Manual((rule("formal", "opened", "restored", on_reopen="restart"),), {"formal": "2 days"})

    assert fold_at("03-17 12:00", formal, *REOPENED) == ["formal 1 running 03-18 09:00"]


def test_a_closed_case_reopens_its_clocks_as_a_solved_one_does() -> None:
    lines = (OPENED, "03-16 12:00 resolved", "03-16 13:00 closed", "03-17 10:00 reopened")

    assert fold_at("03-17 12:00", manual("restart"), *lines)[1] == "solution 2 running 03-18 10:00"
    assert fold_at("03-17 12:00", manual("resume"), *lines) == ["solution 1 running 03-17 15:00"]


def test_solved_again_opens_the_customers_window_again() -> None:
    manual = Manual((SILENCE,), {"silence": "2 business days"})
    lines = (*REOPENED, "03-17 16:00 resolved")

    assert fold_at("03-18 09:00", manual, *lines) == ["silence 1 answered 03-18 12:00", "silence 2 running 03-19 16:00"]


def test_a_second_solution_without_an_answer_in_between_gives_the_customer_the_whole_window_again() -> None:
    manual = Manual((SILENCE,), {"silence": "2 business days"})

    assert fold_at("03-18 09:00", manual, OPENED, "03-16 12:00 resolved", "03-17 10:00 resolved") == [
        "silence 1 answered 03-18 12:00",
        "silence 2 running 03-19 10:00",
    ]


def test_an_update_clock_runs_once_for_several_messages_and_again_after_the_answer() -> None:
    update = Manual((rule("update", "customer_wrote", "responded", repeats=True),), {"update": "4 business hours"})
    lines = (OPENED, "03-16 10:00 customer_wrote", "03-16 11:00 customer_wrote", "03-16 12:00 responded", "03-16 16:00 customer_wrote")

    assert fold_at("03-16 16:00", update, *lines) == ["update 1 met 03-16 14:00", "update 2 running 03-17 12:00"]


def test_a_clock_that_does_not_repeat_starts_once() -> None:
    once = Manual((rule("update", "customer_wrote", "responded"),), {"update": "4 business hours"})
    lines = (OPENED, "03-16 10:00 customer_wrote", "03-16 12:00 responded", "03-16 16:00 customer_wrote")

    assert fold_at("03-16 16:00", once, *lines) == ["update 1 met 03-16 14:00"]


def test_resuming_into_a_pause_stands_still_from_there() -> None:
    lines = log(*REOPENED, "03-17 10:00 status waiting_customer")
    (clock,) = fold(lines, manual("resume"), at("03-18 12:00"))

    assert told([clock]) == ["solution 1 paused –"]
    assert clock.remaining == 5
