"""A log that cannot have happened is named, not guessed around."""

import pytest

from acuerdo.core.clocks import IllegalLog, fold
from acuerdo.core.clocks.tests.manual import RESPONSE, Manual, at, fold_at, log

MANUAL = Manual((RESPONSE,), {"response": "2 business hours"})
OPENED = "03-16 09:00 opened"


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        ((OPENED, "03-16 10:00 opened"), "open already"),
        (("03-16 09:00 responded",), "not opened yet"),
        ((OPENED, "03-16 10:00 responded", "03-16 09:59 resolved"), "event 3 .* before that of event 2 "),
        ((OPENED, "03-16 10:00 reopened"), "only a resolved or closed case"),
        ((OPENED, "03-16 10:00 cancelled", "03-16 11:00 reopened"), "only a resolved or closed case"),
        ((OPENED, "03-16 10:00 status resolved"), "by its own event"),
        ((OPENED, "03-16 10:00 status closed"), "by its own event"),
        ((OPENED, "03-16 10:00 status cancelled"), "by its own event"),
        ((OPENED, "03-16 10:00 resolved", "03-16 11:00 status in_progress"), "leaves resolved"),
        ((OPENED, "03-16 10:00 closed", "03-16 11:00 status in_progress"), "leaves closed"),
        ((OPENED, "03-16 10:00 closed", "03-16 11:00 resolved"), "only after it was reopened"),
        ((OPENED, "03-16 10:00 status asleep"), "no status 'asleep'"),
        ((OPENED, "03-16 10:00 status"), "no status None"),
        ((OPENED, "03-16 10:00 answered"), "no such event"),
        ((OPENED, "03-16 10:00 promised"), "no clock None"),
        ((OPENED, ("03-16 10:00 promised", {"clock": "response"})), "promises no date"),
        ((OPENED, ("03-16 10:00 corrected", {"corrects": 7, "time": at("03-16 09:30")})), "event 2 .*counted from 0.*it is 7"),
        ((OPENED, ("03-16 10:00 corrected", {"corrects": 1, "time": at("03-16 09:30")})), "it is 1"),
        ((OPENED, ("03-16 10:00 corrected", {"corrects": 0})), "come with its time"),
        ((OPENED, ("03-16 10:00 corrected", {})), "no clock None"),
        ((OPENED, ("03-16 10:00 corrected", {"clock": "response", "cycle": 2, "state": "met"})), "no cycle 2"),
        ((OPENED, ("03-16 10:00 corrected", {"clock": "response", "cycle": 1, "state": "elapsed"})), "never 'elapsed'"),
    ],
)
def test_an_event_that_cannot_follow_is_refused(lines: tuple, what: str) -> None:
    with pytest.raises(IllegalLog, match=what) as refusal:
        fold(log(*lines), MANUAL, at("03-20 09:00"))

    assert refusal.value.facts["position"] == len(lines) - 1


def test_what_lies_after_now_is_not_looked_at() -> None:
    assert fold_at("03-16 09:30", MANUAL, OPENED, "03-16 10:00 opened") == ["response 1 running 03-16 11:00"]


def test_a_case_that_opens_later_than_now_has_no_clocks_yet() -> None:
    assert fold_at("03-15 09:30", MANUAL, OPENED) == []
    assert fold([], MANUAL, at("03-15 09:30")) == ()


def test_parts_of_a_second_are_cut_from_events_and_from_now() -> None:
    events = log(OPENED, "03-16 11:00:00.900000 responded")
    strict = Manual((RESPONSE,), {"response": "2 business hours"})

    (clock,) = fold(events, strict, at("03-16 11:00:00.900001"))

    assert (clock.state, clock.stopped_at) == ("met", at("03-16 11:00"))
    assert fold(events, strict, at("03-16 11:00:00.100000"))[0].state == "met"
