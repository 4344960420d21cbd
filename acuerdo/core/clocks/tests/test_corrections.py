"""What a person with the right puts right; old and new stay visible."""

from acuerdo.core.clocks import fold
from acuerdo.core.clocks.tests.manual import RESPONSE, SOLUTION, Manual, at, fold_at, log, only, told

MANUAL = Manual((RESPONSE, SOLUTION), {"response": "2 business hours", "solution": "8 business hours"})
ANSWERED_LATE = ("03-16 09:00 opened", "03-16 12:00 responded")


def correction(when: str, **fields) -> tuple[str, dict]:
    return f"{when} corrected", {"reason": "respondió por teléfono", **fields}


def test_a_corrected_time_is_the_time_that_counts() -> None:
    lines = (*ANSWERED_LATE, correction("03-17 09:00", corrects=1, time=at("03-16 10:30")))

    assert fold_at("03-16 20:00", MANUAL, *lines)[0] == "response 1 breached 03-16 11:00"
    assert fold_at("03-17 09:00", MANUAL, *lines)[0] == "response 1 met 03-16 11:00"


def test_corrected_times_reorder_the_fold_by_time_and_log_position() -> None:
    lines = (
        "03-16 09:00 opened",
        "03-16 12:00 status waiting_customer",
        "03-16 13:00 resolved",
        # The pause began an hour after the solution was entered; entered at its time it would be illegal.
        correction("03-16 14:00", corrects=2, time=at("03-16 11:00")),
        correction("03-16 14:00", corrects=1, time=at("03-16 10:00")),
    )

    clocks = fold(log(*lines), MANUAL, at("03-16 15:00"))

    assert told(clocks)[1] == "solution 1 met 03-17 10:00"
    assert clocks[1].elapsed == 1


def test_of_several_corrections_the_last_counts() -> None:
    lines = (
        *ANSWERED_LATE,
        correction("03-17 09:00", corrects=1, time=at("03-16 10:30")),
        correction("03-17 10:00", corrects=1, time=at("03-16 11:30")),
    )

    assert fold_at("03-17 10:00", MANUAL, *lines)[0] == "response 1 breached 03-16 11:00"


def test_an_opening_moved_back_moves_every_deadline() -> None:
    lines = ("03-16 12:00 opened", correction("03-16 12:30", corrects=0, time=at("03-16 09:00")))

    assert fold_at("03-16 13:00", MANUAL, *lines) == ["response 1 breached 03-16 11:00", "solution 1 running 03-16 17:00"]


def test_an_event_corrected_to_later_than_now_has_not_happened_yet() -> None:
    lines = (*ANSWERED_LATE, correction("03-16 13:00", corrects=1, time=at("03-16 16:00")))

    clocks = fold(log(*lines), MANUAL, at("03-16 14:00"))

    assert clocks[0].stopped_at is None


def test_a_corrected_state_stands_beside_the_computed_one() -> None:
    lines = (*ANSWERED_LATE, correction("03-17 09:00", clock="response", cycle=1, state="met"))

    response, solution = fold(log(*lines), MANUAL, at("03-17 10:00"))

    assert (response.state, response.computed) == ("met", "breached")
    assert [(c.at, c.state, c.reason) for c in response.corrections] == [(at("03-17 09:00"), "met", "respondió por teléfono")]
    assert solution.corrections == ()


def test_a_correction_of_a_clock_that_has_no_target_any_more_does_no_harm() -> None:
    manual = Manual((RESPONSE,), {"response": {"alto": "2 business hours"}})
    lines = (
        ("03-16 09:00 opened", {"facts": {"priority": "alto"}}),
        correction("03-16 10:00", clock="response", state="cancelled"),
        ("03-16 11:00 classified", {"facts": {"priority": "otro"}}),
    )

    assert fold_at("03-16 10:30", manual, *lines) == ["response 1 cancelled 03-16 11:00"]
    assert fold_at("03-16 12:00", manual, *lines) == []


def test_the_log_itself_is_not_changed() -> None:
    events = log(*ANSWERED_LATE, correction("03-17 09:00", corrects=1, time=at("03-16 10:30")))
    before = list(events)

    fold(events, MANUAL, at("03-17 10:00"))

    assert events == before
    assert only("03-17 10:00", Manual((RESPONSE,), MANUAL.targets), *ANSWERED_LATE).state == "breached"
