"""Which facts a clock is evaluated with, and when it exists."""

from acuerdo.core.clocks import fold
from acuerdo.core.clocks.tests.manual import AMPLIADO, RESPONSE, SOLUTION, Manual, at, fold_at, log, only, rule, shown, told

BY_PRIORITY = {"critico": "4 business hours", "alto": "8 business hours"}
SOLVE = Manual((SOLUTION,), {"solution": BY_PRIORITY})
RESTORE = Manual((rule("restoration", "opened", "restored"),), {"restoration": {"p1": "4 business hours"}})


def classified(when: str, **facts: str) -> tuple[str, dict]:
    return f"{when} classified", {"facts": facts}


def opened(**facts: str) -> tuple[str, dict]:
    return "03-16 09:00 opened", {"facts": facts}


def test_time_already_run_counts_against_the_new_target() -> None:
    assert fold_at("03-16 12:30", SOLVE, opened(priority="alto"), classified("03-16 12:00", priority="critico")) == [
        "solution 1 running 03-16 13:00"
    ]


def test_reclassifying_may_show_that_it_is_late_already() -> None:
    assert fold_at("03-16 14:00", SOLVE, opened(priority="alto"), classified("03-16 14:00", priority="critico")) == [
        "solution 1 breached 03-16 13:00"
    ]


def test_restart_lets_the_new_target_run_from_now_but_not_for_facts_that_change_nothing() -> None:
    manual = Manual((rule("solution", "opened", "resolved", on_reclassify="restart"),), {"solution": BY_PRIORITY})
    lines = (opened(priority="alto"), classified("03-16 12:00", product="ivr"))

    assert fold_at("03-16 12:00", manual, *lines) == ["solution 1 running 03-16 17:00"]
    clock = only("03-16 12:30", manual, *lines, classified("03-16 12:00", priority="critico"))
    assert (shown(clock.started_at), shown(clock.counts_from), shown(clock.due_at)) == ("03-16 09:00", "03-16 12:00", "03-16 16:00")


def test_restart_in_a_pause_leaves_nothing_run() -> None:
    manual = Manual(
        (rule("solution", "opened", "resolved", pauses=["waiting_customer"], on_reclassify="restart"),), {"solution": BY_PRIORITY}
    )
    lines = (opened(priority="alto"), "03-16 11:00 status waiting_customer", classified("03-16 12:00", priority="critico"))

    clock = only("03-16 13:00", manual, *lines)

    assert (clock.state, clock.elapsed, shown(clock.due_if_resumed)) == ("paused", 0, "03-16 17:00")


def test_a_case_without_a_customer_gets_its_clocks_from_the_opening_once_it_has_a_plan() -> None:
    for policy in ("keep", "restart"):
        manual = Manual((rule("solution", "opened", "resolved", on_reclassify=policy),), {"solution": BY_PRIORITY})

        assert fold_at("03-16 10:00", manual, opened()) == []
        assert fold_at("03-16 12:00", manual, opened(), classified("03-16 11:00", priority="alto")) == ["solution 1 running 03-16 17:00"]


def test_lowered_while_live_a_clock_appears_from_the_opening() -> None:
    assert fold_at("03-16 12:00", RESTORE, opened(priority="p3"), classified("03-16 11:00", priority="p1")) == [
        "restoration 1 running 03-16 13:00"
    ]


def test_stopped_without_a_target_it_never_appears() -> None:
    assert fold_at("03-16 12:00", RESTORE, opened(priority="p3"), "03-16 10:00 restored", classified("03-16 11:00", priority="p1")) == []


def test_stopped_with_a_target_it_keeps_it_whatever_is_said_later() -> None:
    lines = (opened(priority="p1"), "03-16 10:00 restored", classified("03-16 11:00", priority="p3"))

    clock = only("03-16 12:00", RESTORE, *lines)

    assert (clock.state, clock.facts["priority"], clock.started_facts["priority"]) == ("met", "p1", "p1")


def test_raised_while_live_a_clock_disappears_and_comes_back_with_all_its_time() -> None:
    lines = (opened(priority="p1"), classified("03-16 10:00", priority="p3"))

    assert fold_at("03-16 10:30", RESTORE, *lines) == []
    assert fold_at("03-16 12:00", RESTORE, *lines, classified("03-16 11:30", priority="p1")) == ["restoration 1 running 03-16 13:00"]


def test_classify_and_answer_in_one_save_uses_the_new_facts() -> None:
    manual = Manual((RESPONSE,), {"response": {"alto": "1 business hour", "bajo": "8 business hours"}})

    assert fold_at("03-16 11:30", manual, opened(priority="alto"), classified("03-16 11:00", priority="bajo"), "03-16 11:00 responded") == [
        "response 1 met 03-16 17:00"
    ]
    assert fold_at("03-16 11:30", manual, opened(priority="alto"), "03-16 11:00 responded", classified("03-16 11:00", priority="bajo")) == [
        "response 1 breached 03-16 10:00"
    ]


def test_other_terms_go_on_with_the_time_that_has_run() -> None:
    wide = Manual((SOLUTION,), {"solution": BY_PRIORITY}, AMPLIADO)
    lines = (opened(priority="alto"), ("03-16 16:00 terms", {"terms": wide, "reason": "otro contrato"}))

    # 9:00 to 21:00 on the other calendar: 16:00 is 7 hours in.
    assert fold_at("03-16 16:30", SOLVE, *lines) == ["solution 1 running 03-16 17:00"]
    assert fold_at(
        "03-16 18:30",
        Manual((SOLUTION,), {"solution": "12 business hours"}),
        opened(),
        ("03-16 18:00 terms", {"terms": wide, "facts": {"priority": "alto"}}),
    ) == ["solution 1 breached 03-16 17:00"]


def test_a_clock_that_had_stopped_keeps_its_result_under_other_terms() -> None:
    bare = Manual((SOLUTION,), {"solution": "2 business hours"}, AMPLIADO)
    both = Manual((RESPONSE, SOLUTION), {"response": "< 2 business hours", "solution": "8 business hours"})
    lines = (opened(), "03-16 10:00 responded", ("03-16 10:30 terms", {"terms": bare}))

    assert told(fold(log(*lines), both, at("03-16 12:00"))) == ["solution 1 breached 03-16 11:00", "response 1 met 03-16 11:00"]
