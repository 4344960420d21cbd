from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from acuerdo.events.actions.record import record
from acuerdo.events.events import SYSTEM
from acuerdo.events.models import Event, EventDetail, Reaction
from acuerdo.events.queries import broken, hash_of, log_of
from acuerdo.tickets.events import Assigned, Noted, Opened, Responded

OPENED = Opened(subject_id=7, number=7, channel="email", detail={"from": "diana@santa-aurelia.example"})


def test_events_of_one_action_follow_each_other_and_those_before(desk, now):
    record(OPENED, by=SYSTEM, at=now)
    record(Responded(subject_id=7, message=1), Assigned(subject_id=7, to=3), by=SYSTEM, at=now)

    log = log_of("ticket", 7)
    assert [(event.position, event.kind) for event in log] == [(1, "ticket.opened"), (2, "ticket.responded"), (3, "ticket.assigned")]
    assert list(broken(log)) == []


def test_what_record_gives_back_is_what_the_log_holds(desk, now):
    given = record(OPENED, Noted(subject_id=7, message=1), by=SYSTEM, at=now)

    kept = {event.pk: event for event in log_of("ticket", 7)}
    assert [event.pk for event in given] == sorted(kept)
    assert all(
        getattr(event, column.attname) == getattr(kept[event.pk], column.attname) for event in given for column in Event._meta.fields
    )


def test_when_it_was_written_down_is_covered_and_what_was_recorded_before_that_still_agrees(desk, now):
    before, after = record(OPENED, Noted(subject_id=7, message=1), by=SYSTEM, at=now)
    before.form = 1
    before.hash = after.previous_hash = hash_of(before)
    after.hash = hash_of(after)
    assert list(broken([before, after])) == []

    before.recorded_at += timedelta(days=1)
    assert list(broken([before, after])) == [], "the first form never covered it"
    after.recorded_at += timedelta(seconds=1)
    assert [bad.problem for bad in broken([before, after])] == ["its columns were changed"]


def test_nobody_gets_rid_of_the_newer_form_by_calling_it_the_older(desk, now):
    [event] = record(OPENED, by=SYSTEM, at=now)
    event.form = 1
    assert [bad.problem for bad in broken([event])] == ["its columns were changed"]


def test_each_subject_has_its_own_chain(desk, now):
    log = [*record(OPENED, by=SYSTEM, at=now), *record(Noted(subject_id=8, message=1), by=SYSTEM, at=now)]
    both = Noted(subject_id=7, message=2), Noted(subject_id=8, message=3)

    assert [event.position for event in record(*both, by=SYSTEM, at=now, log=log)] == [2, 2]
    assert list(broken(Event.objects.filter(subject_id__in=[7, 8]).order_by("subject_id", "position"))) == []


def test_detail_and_reactions_belong_to_their_event(desk, now):
    opened, noted = record(OPENED, Noted(subject_id=7, message=1), by=SYSTEM, at=now)

    assert EventDetail.objects.get().event_id == opened.pk
    assert set(Reaction.objects.values_list("event_id", "name", "done_at")) == {
        (opened.pk, "tickets.acknowledge", None),
        (opened.pk, "tickets.tell_of_doubt", None),
        (noted.pk, "tickets.tell_mentioned", None),
    }
    assert noted.pk > opened.pk


def test_a_log_that_was_not_read_under_the_lock_breaks_no_chain(desk, now):
    stale = record(OPENED, by=SYSTEM, at=now)
    record(Noted(subject_id=7, message=1), by=SYSTEM, at=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        record(Noted(subject_id=7, message=2), by=SYSTEM, at=now, log=stale)


def test_nothing_happened_records_nothing(desk, now, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert record(by=SYSTEM, at=now, log=()) == []
