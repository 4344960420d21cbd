"""An entry of the log as a person reads it: in words, with names, and with what was before."""

import csv
import io
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.audit.tests.pages import LOG, body
from acuerdo.audit.views.entries import entries, told
from acuerdo.audit.views.known import known_of
from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.events.models import Event, EventDetail
from acuerdo.notifications.actions import settle
from acuerdo.notifications.models import Outgoing
from acuerdo.people.models import Person
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.merge import merge
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.models import Counter


def test_an_entry_is_read_in_words_with_what_was_and_what_is(browser, open_case, by, agent, now):
    case = open_case(at=timezone.now())
    assign(case.pk, agent, by=by, at=timezone.now())
    page = body(browser("auditor").get(LOG))
    assert "Caso abierto" in page
    assert "Caso asignado" in page
    assert agent.name in page
    assert f"#{case.number}" in page
    assert "diana@santa-aurelia.example" in page


def test_whom_a_fact_names_and_when_is_read_by_name_and_by_the_desks_clock(open_case, by, agent, person_of):
    case = open_case(at=timezone.now())
    assign(case.pk, agent, by=by, at=timezone.now())
    assign(case.pk, person_of("agent", name="Julián Rojas"), by=by, at=timezone.now())
    given, passed = entries(Event.objects.filter(kind="ticket.assigned").order_by("position"))
    assert ("para", agent.name) in [(one.label, one.value) for one in given.said]
    assert ("para", "Julián Rojas", agent.name) in [(one.label, one.value, one.before) for one in passed.said]
    known = replace(known_of([]), people={1: "Ana"})
    assert told("due", "2026-11-22T05:44:42.110849+00:00", known) == "2026-11-22 00:44:42"
    assert told("text", "2026-99-99T00:00:00+00:00", known) == "2026-99-99T00:00:00+00:00"
    assert (told("to", 1, known), told("to", True, known)) == ("Ana", "sí")  # noqa: FBT003  a value of the log


def test_what_was_chosen_is_read_in_the_words_of_the_manual_or_of_the_product(open_case, by):
    case = open_case(at=timezone.now())
    classify(case.pk, {"type": "incidente", "priority": "alto"}, by=by, at=timezone.now())
    lines = {
        entry.kind: [(one.label, one.value, one.before) for one in entry.said]
        for entry in entries(Event.objects.filter(subject_id=case.pk))
    }
    assert ("canal", "Correo electrónico", None) in lines["ticket.opened"]
    assert ("Nivel de emergencia", "Alto", "Medio") in lines["ticket.classified"]
    [opened] = entries(Event.objects.filter(kind="ticket.opened"))
    assert [one.value for one in opened.said if one.label == "clasificación"] == [
        "plan: Plan Empresarial, tipo: Incidente, Nivel de emergencia: Medio"
    ]
    assert "mensaje" not in [one.label for one in opened.first]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("share", "4/5", "80 %"),
        ("share", "1", "100 %"),
        ("share", "1/0", "1/0"),
        ("state", "breached", "Incumplido"),
        ("doubt", "several", "Varios contratos vigentes"),
        ("activity", "testing", "Pruebas"),
        ("role", "admin", "Administración"),
        ("level", "segundo-nivel", "Segundo nivel"),
        ("clock", "first_response", "Tiempo de respuesta"),
        ("fields", ["job_title", "phone"], "cargo, teléfono"),
        ("reason", "customer", "customer"),
        ("what", "ready", "Trabajo autorizado a empezar"),
        ("level", "nadie", "nadie"),
    ],
)
def test_a_choice_has_its_label_and_what_somebody_typed_stays(desk, name, value, words):
    assert told(name, value, known_of([])) == words


def test_a_reason_of_the_products_own_is_a_sentence_and_one_that_was_typed_stays(open_case, by):
    case = open_case(at=timezone.now())
    classify(case.pk, {"priority": "alto"}, reason="customer", by=by, at=timezone.now())
    change_status(case.pk, Status.WAITING_CUSTOMER, reason="customer", by=by, at=timezone.now())
    told_of = {
        entry.kind: [one.value for one in entry.said if one.label == "motivo"]
        for entry in entries(Event.objects.filter(subject_id=case.pk))
    }
    assert told_of["ticket.classified"] == ["se encontró el cliente"]
    assert told_of["ticket.status"] == ["customer"]


def test_another_case_goes_by_its_number_and_can_be_opened(browser, open_case, by):
    """Whatever its key is: one number is for people, the other for the database."""
    Counter.objects.update(last=500)
    one, other = open_case(at=timezone.now()), open_case("Otro", at=timezone.now())
    merge(one.pk, other.pk, by=by, at=timezone.now())
    mail = Outgoing.objects.create(
        key="a", message_id="<a@x>", sender="m@x", to="d@x", subject="S", text="T", subject_kind="ticket", subject_id=one.pk
    )
    settle.sent(mail, at=timezone.now())

    [merged] = entries(Event.objects.filter(kind="ticket.merged"))
    [sent] = entries(Event.objects.filter(kind="mail.sent"))
    url = reverse("console:case", args=[other.number])
    assert ("queda en", f"#{other.number}", url) in [(said.label, said.value, said.url) for said in merged.said]
    assert "número" not in [said.label for said in merged.said]
    assert ("sobre", f"#{one.number}") in [(said.label, said.value) for said in sent.said]
    assert f'<a class="link" href="{url}">#{other.number}</a>' in body(browser("auditor").get(LOG, {"kind": "ticket.merged"}))


def test_a_customer_goes_by_their_own_name_whoever_of_the_desk_has_the_same_number(browser, open_case, diana):
    """A contact's number is not an account's: the two tables count by themselves."""
    case = open_case(at=timezone.now())
    other = Person.objects.create(pk=diana.pk + 500, email="otra@desk.example", name="Otra Persona", role="agent")
    same = Contact.objects.create(pk=other.pk, organisation=diana.organisation, name="Nidia Cano", email="nidia@santa-aurelia.example")
    match = match_sender(same.email, timezone.localdate())
    report = Report(subject="Sigue", text="Sigue igual", channel="web")
    hear(case.pk, report, contact=same, match=match, by=Actor("contact", same.pk, same.name), at=timezone.now())

    auditor = browser("auditor")
    page = body(auditor.get(LOG, {"kind": "ticket.customer_wrote"}))
    assert "Nidia Cano (cliente)" in page
    assert "Otra Persona (cliente)" not in page
    rows = csv.DictReader(io.StringIO(body(auditor.post(LOG + "exportar/csv/", {"case": case.number})).removeprefix("\ufeff")))
    assert [row["actor_name"] for row in rows if row["kind"] == "ticket.customer_wrote"] == ["Nidia Cano"]
    assert body(auditor.get(LOG, {"person": other.pk})).count('class="audit-entry"') == 0


def test_an_erased_detail_is_said_to_be_erased(browser, open_case):
    open_case(at=timezone.now())
    EventDetail.objects.all().delete()
    assert "Borrados (Ley 1581)" in body(browser("auditor").get(LOG, {"kind": "ticket.opened"}))
