"""When a clock next needs a look."""

from dataclasses import replace
from fractions import Fraction

from acuerdo.core.clocks import Alarm, Clock, next_alarm, shares_passed
from acuerdo.core.clocks.tests.manual import RESPONSE, SILENCE, SOLUTION, Manual, at, only, rule, shown

WARNED = replace(SOLUTION, warn_at=(Fraction(9, 10), Fraction(1, 2)))
HOURS = Manual((WARNED,), {"solution": "8 business hours"})
OPENED = "03-16 09:00 opened"


def alarms(clock: Clock, now: str) -> list[tuple[str | None, Fraction]]:
    """Every alarm after now, one after the other."""
    found, moment = [], at(now)
    while (alarm := next_alarm(clock, clock.rule, moment)) is not None:
        found.append((alarm.at.astimezone(clock.calendar.zone).strftime("%m-%d %H:%M:%S"), alarm.share))
        moment = alarm.at
    return found


def test_warnings_come_at_their_shares_and_then_the_first_second_that_is_late() -> None:
    clock = only("03-16 09:00", HOURS, OPENED)

    assert alarms(clock, "03-16 09:00") == [
        ("03-16 13:00:00", Fraction(1, 2)),
        ("03-16 16:12:00", Fraction(9, 10)),
        ("03-16 17:00:01", Fraction(1)),
    ]


def test_at_its_alarm_a_promise_is_late_and_a_second_before_it_is_not() -> None:
    for target, alarm in (("8 business hours", "03-16 17:00:01"), ("< 8 business hours", "03-16 17:00:00")):
        manual = Manual((WARNED,), {"solution": target})
        clock = only("03-16 16:30", manual, OPENED)

        assert next_alarm(clock, WARNED, at("03-16 16:30")) == Alarm(at(alarm), Fraction(1))
        assert only(alarm, manual, OPENED).state == "breached"


def test_a_window_alarms_at_its_end_to_the_second() -> None:
    manual = Manual((SILENCE,), {"silence": "2 business days"})
    clock = only("03-16 12:00", manual, OPENED, "03-16 12:00 resolved")

    alarm = next_alarm(clock, SILENCE, at("03-16 12:00"))

    assert alarm is not None
    assert (shown(alarm.at), alarm.is_deadline) == ("03-18 12:00", True)


def test_pauses_move_the_warnings_too() -> None:
    clock = only("03-17 09:00", HOURS, OPENED, "03-16 11:00 status waiting_customer", "03-16 12:00 status in_progress")

    assert alarms(clock, "03-16 12:00")[0] == ("03-16 14:00:00", Fraction(1, 2))
    assert alarms(clock, "03-16 17:00") == [("03-17 09:12:00", Fraction(9, 10)), ("03-17 10:00:01", Fraction(1))]


def test_what_waits_is_over_late_or_put_right_has_no_alarm() -> None:
    waiting = only("03-16 12:00", HOURS, OPENED, "03-16 11:00 status waiting_customer")
    late = only("03-17 12:00", HOURS, OPENED)
    solved = only("03-16 12:00", HOURS, OPENED, "03-16 11:00 resolved")
    corrected = only("03-16 12:00", HOURS, OPENED, ("03-16 11:00 corrected", {"clock": "solution", "state": "cancelled"}))

    for clock in (waiting, late, solved, corrected):
        assert next_alarm(clock, WARNED, at("03-16 12:00")) is None


def test_a_promised_date_warns_at_shares_of_the_time_since_its_start() -> None:
    dated = rule("delivery", "opened", "resolved", warn_at=(Fraction(1, 2),))
    clock = only(
        "03-16 10:00",
        Manual((dated,), {"delivery": "date"}),
        OPENED,
        ("03-16 09:30 promised", {"clock": "delivery", "date": at("03-20 09:00")}),
    )

    assert alarms(clock, "03-16 10:00") == [("03-18 09:00:00", Fraction(1, 2)), ("03-20 09:00:01", Fraction(1))]


def test_of_the_rules_warnings_those_at_or_after_the_deadline_are_left_out() -> None:
    whole = replace(RESPONSE, warn_at=(Fraction(1),))
    clock = only("03-16 09:00", Manual((whole,), {"response": "2 business hours"}), OPENED)

    assert alarms(clock, "03-16 09:00") == [("03-16 11:00:01", Fraction(1))]


def test_the_shares_of_a_promised_date_have_passed_when_their_alarm_rings() -> None:
    dated = rule("delivery", "opened", "resolved", warn_at=(Fraction(1, 2), Fraction(4, 5)))
    lines = ("03-16 09:00 opened", ("03-16 09:30 promised", {"clock": "delivery", "date": at("03-20 09:00")}))
    manual = Manual((dated,), {"delivery": "date"})

    passed = {now: shares_passed(only(now, manual, *lines), dated) for now in ("03-18 08:59", "03-18 09:00", "03-19 20:00")}

    assert passed == {"03-18 08:59": [], "03-18 09:00": [Fraction(1, 2)], "03-19 20:00": [Fraction(1, 2), Fraction(4, 5)]}
