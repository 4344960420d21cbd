"""What a report is taken for: who may make it, how it is classified, and its tags."""

import pytest
from django.utils import timezone

from acuerdo.core.agreements.tests.shipped import manual
from acuerdo.customers.models import Contact
from acuerdo.events.models import Event
from acuerdo.tickets.actions.classify import DoesNotFit, classify, with_what_follows
from acuerdo.tickets.actions.confirm_report import NothingToConfirm, confirm_report
from acuerdo.tickets.actions.tag import TooManyTags, tag
from acuerdo.tickets.models import Clock
from acuerdo.tickets.tests.reports import reported, states


def test_impact_and_urgency_give_the_label_and_p1_frees_from_the_replica_dig_a3_dig_a13(hospital, met) -> None:
    ticket = reported("Laura")
    assert ticket.facts["priority"] == "p3"

    classify(ticket.pk, {"impact": "alta"}, by=met, at=timezone.now())
    ticket.refresh_from_db()
    assert ticket.facts["priority"] == "p2"

    classify(ticket.pk, {"priority": "p1"}, by=met, at=timezone.now())
    ticket.refresh_from_db()
    assert ticket.facts["priority"] == "p1"
    assert {"replica", "vpn", "actualizacion"}.isdisjoint(states(ticket))


def test_an_unauthorised_report_is_accepted_marked_and_asked_about_dig_005(hospital, met) -> None:
    ticket = reported("Rodrigo")

    assert ticket.confirmation == "asked"
    event = Event.objects.get(subject_id=ticket.pk, kind="ticket.reported_unauthorised")
    assert event.facts["asked"] == [Contact.objects.get(name="Laura Beltrán").pk]
    assert Clock.objects.filter(ticket=ticket, clock="attention").exists(), "nothing is dropped: its clocks run"

    ticket = confirm_report(ticket.pk, reason="Lo confirmó por teléfono", by=met, at=timezone.now())
    assert ticket.confirmation == "given"
    with pytest.raises(NothingToConfirm):
        confirm_report(ticket.pk, by=met, at=timezone.now())


def test_anybody_s_complaint_is_nobody_s_business_to_confirm_dig_011(hospital) -> None:
    ticket = reported("Rodrigo", proposed={"type": "pqrsf", "pqrsf": "queja"})

    assert ticket.confirmation == ""
    assert ticket.facts == {"type": "pqrsf", "pqrsf": "queja", "plan": "on-premise"}
    assert not Clock.objects.filter(ticket=ticket, kind="promise", due_at__isnull=False).exists(), "no legal terms are invented (DIG-A17)"


def test_tags_are_small_single_and_few(case, by) -> None:
    ticket = tag(case.pk, ["  Chat  interno", "IVR", "ivr", ""], by=by, at=timezone.now())

    assert ticket.tags == ["chat interno", "ivr"]
    with pytest.raises(TooManyTags):
        tag(case.pk, [str(number) for number in range(21)], by=by, at=timezone.now())
    tag(case.pk, ["ivr", "chat interno"], by=by, at=timezone.now())
    assert Event.objects.filter(subject_id=case.pk, kind="ticket.tagged").count() == 1, "nothing new is no event"


def test_a_severity_that_its_type_does_not_admit_is_refused_sop_a6(desk) -> None:
    with pytest.raises(DoesNotFit):
        with_what_follows(manual("soporte"), {"type": "incidente", "severity": "s3"}, {"type": "solicitud"})
    assert with_what_follows(manual("soporte"), {"type": "incidente", "severity": "s3"}, {"type": "solicitud", "severity": "s5"})
