"""Whose time each second of a case was."""

from acuerdo.core.clocks import STATUSES, stays, time_account
from acuerdo.core.clocks.tests.manual import AMPLIADO, RESPONSE, Manual, at, log

MANUAL = Manual((RESPONSE,), {"response": "2 business hours"})
HOUR = 3_600
STORY = (
    "12-07 20:00 opened",
    "12-07 20:30 status in_progress",
    "12-09 09:00 status waiting_customer",
    "12-15 12:00 status waiting_provider",
    "12-15 14:00 resolved",
    "12-15 15:00 closed",
)


def test_every_second_until_the_closing_is_somebodys() -> None:
    account = time_account(log(*STORY), MANUAL, at("12-20 09:00"))

    assert account == {"provider": 37 * HOUR, "customer": (6 * 24 + 3 + 1) * HOUR, "third_party": 2 * HOUR}
    assert sum(account.values()) == (at("12-15 15:00") - at("12-07 20:00")).total_seconds()


def test_on_a_calendar_only_open_time_is_shared_out() -> None:
    account = time_account(log(*STORY), MANUAL, at("12-20 09:00"), AMPLIADO)

    # Five days of twelve hours, and three hours of the 15th, then one while it was validated.
    assert account == {"provider": 1 * HOUR, "customer": (5 * 12 + 3 + 1) * HOUR, "third_party": 2 * HOUR}


def test_an_event_may_say_whose_time_its_status_is() -> None:
    lines = ("03-16 09:00 opened", ("03-16 10:00 status waiting_approval", {"party": "customer"}))

    assert time_account(log(*lines), MANUAL, at("03-16 12:00")) == {"provider": HOUR, "customer": 2 * HOUR}


def test_a_manual_may_give_a_status_to_another_party() -> None:
    manual = Manual((), {}, statuses={**STATUSES, "waiting_provider": "provider"})
    lines = ("03-16 09:00 opened", "03-16 10:00 status waiting_provider")

    assert time_account(log(*lines), manual, at("03-16 12:00")) == {"provider": 3 * HOUR}


def test_an_open_case_runs_until_now_and_a_later_event_does_not_count_yet() -> None:
    told = stays(log(*STORY), MANUAL, at("12-07 21:00"))

    assert [(stay.status, stay.party, stay.end) for stay in told] == [
        ("new", "provider", at("12-07 20:30")),
        ("in_progress", "provider", at("12-07 21:00")),
    ]


def test_a_corrected_time_moves_the_account_too() -> None:
    lines = (*STORY[:3], ("12-09 12:00 corrected", {"corrects": 2, "time": at("12-08 09:00")}))

    assert time_account(log(*lines), MANUAL, at("12-09 12:00"))["customer"] == 27 * HOUR
