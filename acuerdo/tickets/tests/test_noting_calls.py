"""A call about a case that exists: what the customer said is their message, what they were told is an answer (PRO-053, PRO-A10, DIG-007)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contact
from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing
from acuerdo.tickets.actions.answer import NothingSaid
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.actions.note_call import note_call
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.actions.take_call import InTheFuture
from acuerdo.tickets.models import Clock, Message, Ticket
from acuerdo.tickets.tests.reacting import react_all
from acuerdo.tickets.tests.verbs import again, post

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
SAID = {"channel": "telefono", "happened_at": "2026-11-21T00:10", "said": "¿Cómo va?"}


@pytest.fixture
def case(open_case):
    return open_case(at=timezone.now() - 5 * HOUR)


def called(case, by, said="", answered="", *, ago=0.0, **more):
    now = timezone.now()
    words = {"contact": case.contact, "channel": "telefono", "said": said, "answered": answered, "happened_at": now - ago * HOUR}
    return note_call(case.pk, **{**words, **more}, by=by, at=now)


def test_what_was_said_stands_as_the_customers_at_its_true_time_and_what_waited_goes_on(case, by):  # PRO-053, DIG-007
    change_status(case.pk, Status.WAITING_CUSTOMER, reason="Faltan datos", by=by, at=timezone.now() - 3 * HOUR)

    called(case, by, "Ya lo probamos y sigue igual.", ago=1)

    message = Message.objects.get(ticket=case, kind="customer", channel="telefono")
    assert (message.text, message.contact) == ("Ya lo probamos y sigue igual.", case.contact)
    assert timezone.now() - message.at > timedelta(minutes=59)
    assert again(case).status == "in_progress"
    event = Event.objects.get(kind="ticket.customer_wrote", subject_id=case.pk)
    assert (event.actor_kind, event.facts["channel"]) == ("person", "telefono"), "the log says who noted it"


def test_an_answer_by_telephone_counts_from_the_call_and_goes_by_mail_too(case, by):  # PRO-A10, PRO-068
    called(case, by, "¿Cómo va?", "Le dije que el proveedor llega a las tres.", ago=1)
    react_all()

    response = Clock.objects.get(ticket=case, clock="first_response")
    assert timezone.now() - response.stopped_at > timedelta(minutes=59)
    assert "Le dije que el proveedor llega a las tres." in Outgoing.objects.get(key__startswith="answer").text
    assert again(case).assignee_id == by.id


def test_a_call_after_the_solution_stops_its_silence(case, by):  # SGM-A3
    said = {"solucion": "Se corrigió el plan de marcado"}
    solve(case.pk, "Ya transfiere.", by=by, at=timezone.now() - 3 * HOUR, evidence=said)

    called(case, by, "Todavía falla a ratos.")

    assert again(case).wrote_after_at is not None
    assert again(case).status == "resolved"


def test_what_is_said_of_an_ended_case_opens_a_follow_up_and_the_agent_is_led_there(case, by, signed_in):
    cancel(case.pk, reason="Repetido", by=by, at=timezone.now() - HOUR)
    sent = {"contact": case.contact_id, "channel": "presencial", "happened_at": local(timezone.now()), "said": "Volvió a pasar."}

    page = signed_in.post(reverse("tickets:call", args=[case.number]), {**sent, "key": "k1"}, follow=True).text

    follow_up = Ticket.objects.get(follows=case)
    assert f"abrió el caso {follow_up.number}" in page


def local(moment):
    return moment.astimezone(timezone.get_default_timezone()).strftime("%Y-%m-%dT%H:%M")


def test_nothing_said_and_what_has_not_happened_yet_are_refused(case, by):
    with pytest.raises(NothingSaid):
        called(case, by, " ", "\n")
    with pytest.raises(InTheFuture):
        called(case, by, "Hola", ago=-1)


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"said": ""}, "Escriba qué dijo el cliente, o qué le respondió usted."),
        ({"happened_at": "ayer"}, "Escriba el día y la hora."),
        ({"happened_at": "2031-01-01T10:00"}, "Esa hora todavía no llega. Escriba cuándo llamó o escribió el cliente."),
        ({"channel": "email"}, ""),
        ({"contact": "999999"}, ""),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(signed_in, case, sent, why):
    right = {
        "contact": case.contact_id,
        "channel": "telefono",
        "happened_at": local(timezone.now()),
        "said": "Sigue igual.",
        "answered": "",
    }

    refused = post(signed_in, "call", case, **{**right, **sent}, key="k1")

    assert refused.status_code == 422
    assert why in refused.text
    assert sent.get("said", "Sigue igual.") in refused.text
    assert not Message.objects.filter(ticket=case, channel="telefono").exists()


def test_another_customers_people_are_not_offered(signed_in, case, organisation_of):
    other = Contact.objects.create(organisation=organisation_of("Otra S. A."), name="Luis de otra parte", email="luis@otra.example")
    colleague = Contact.objects.create(organisation=case.organisation, name="Jorge Páez", email="jorge@santa-aurelia.example")

    page = signed_in.get(reverse("tickets:call", args=[case.number])).text

    assert colleague.name in page
    assert other.name not in page


def test_a_second_click_notes_it_once(signed_in, case):
    sent = {"contact": case.contact_id, "channel": "telefono", "happened_at": local(timezone.now()), "said": "Sigue igual.", "key": "k1"}

    assert [post(signed_in, "call", case, **sent).status_code for _click in range(2)] == [303, 303]
    assert Message.objects.filter(ticket=case, channel="telefono").count() == 1


@pytest.mark.parametrize(
    ("plan", "priority", "told"),
    [("empresarial", "alto", False), ("empresarial", "medio", True), ("innovador", "critico", True), ("premium-plus", "bajo", False)],
)
def test_who_notes_a_call_learns_that_the_telephone_is_not_for_that_plan_and_level_pro_067(signed_in, case, plan, priority, told):
    Ticket.objects.filter(pk=case.pk).update(facts={**case.facts, "plan": plan, "priority": priority})
    words = re.search(r"el manual no atiende este caso por: ([^.]*)\.", signed_in.get(reverse("tickets:call", args=[case.number])).text)

    assert bool(words and "Teléfono" in words[1]) is told
    assert post(signed_in, "call", case, **SAID, contact=case.contact_id).status_code == 303, "it is kept all the same"


def test_a_contract_s_own_ways_go_before_the_manual_s(signed_in, case):
    Ticket.objects.filter(pk=case.pk).update(facts={**case.facts, "priority": "bajo"}, overrides={"channels": ["telefono", "chat"]})

    assert "no atiende este caso" not in signed_in.get(reverse("tickets:call", args=[case.number])).text
