"""Answer, solution, reminder and new times: what the customer reads."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from acuerdo.core.mail import addresses, newest
from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contact, Contract, Organisation
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.files.actions.store import store
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.access import Decision, read_decision_token
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.match_customer import match_customer
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.actions.sound_alarm import sound_alarms
from acuerdo.tickets.reactions import mail_new_times
from acuerdo.tickets.tests.reacting import react_all

WEDNESDAY = datetime(2026, 11, 18, 21, 40, tzinfo=UTC)


def mail(kind):
    return Outgoing.objects.get(key__startswith=f"{kind}-")


def test_an_answer_carries_the_agents_words_files_and_thread_and_is_no_automatic_mail(open_case, agent, now):
    ticket = open_case(text="Desde ayer no transfiere.\nNi a ventas.", message_id="<1@santa-aurelia.example>")
    manual = store(name="guía.pdf", content_type="application/pdf", content=b"%PDF-1")
    answer(ticket.pk, "Ya lo miro.\n\n¿Desde qué hora?", by=as_actor(agent), at=now + timedelta(minutes=5), files=[manual])

    react_all()

    sent = mail("answer")
    assert sent.subject == f"[#{ticket.number}] El IVR no transfiere"
    assert addresses(sent.sender)[0].name == "Marcela Ibarra · Proware"
    assert "Auto-Submitted" not in sent.headers
    assert sent.headers["In-Reply-To"] == "<1@santa-aurelia.example>"
    assert mail("ack").message_id in sent.headers["References"]
    assert sent.attachments == [{"name": "guía.pdf", "content_type": "application/pdf", "path": manual.path}]
    assert "Ya lo miro." in sent.html


def test_what_the_answer_quotes_is_cut_again_when_it_comes_back(open_case, agent, now):
    ticket = open_case(text="Desde ayer no transfiere.")
    answer(ticket.pk, "Ya lo miro.", by=as_actor(agent), at=now)
    react_all()

    split = newest(mail("answer").text)

    assert "Ya lo miro." in split.new
    assert "Desde ayer no transfiere." in split.quoted
    assert "El viernes 20 de noviembre a las 10:00, Diana Lozano escribió:" in split.quoted


def test_an_answer_that_asks_says_whose_turn_it_is(open_case, agent, now):
    ticket = open_case()
    answer(ticket.pk, "¿Desde qué hora?", by=as_actor(agent), at=now, then=Status.WAITING_CUSTOMER)

    react_all()

    assert "Le toca a usted. Necesitamos una respuesta suya para continuar." in mail("answer").text


@pytest.fixture
def solved_at_digitalware(other_desk):
    """A case of Digital Ware solved on Wednesday 18 November, 16:40."""
    with in_desk(other_desk.schema_name):
        clinic = Organisation.objects.create(name="Clínica Santa Aurelia")
        Contract.objects.create(organisation=clinic, plan="saas", starts_on=date(2026, 1, 1))
        laura = Contact.objects.create(organisation=clinic, name="Laura Mesa", email="laura@clinica.example")
        by = as_actor(Person.objects.create_user("camilo@other.localhost", name="Camilo Murcia", role="agent"))
        report = Report(subject="El copago aparece en cero", text="…", channel="email", proposed={"impact": "alta", "urgency": "media"})
        opened = WEDNESDAY - timedelta(days=1)
        ticket = open_case(report, contact=laura, match=match_sender(laura.email, opened.date()), by=Actor("contact"), at=opened)
        solution = solve(ticket.pk, "Lo corregimos en la versión 26.4.2.", by=by, at=WEDNESDAY, evidence={"solucion": "versión 26.4.2"})
        react_all()
        yield ticket, solution


def test_a_solution_asks_with_two_links_and_says_when_silence_closes(solved_at_digitalware):
    ticket, solution = solved_at_digitalware
    sent = mail("solution")

    assert sent.subject == f"[#{ticket.number}] Solución a su caso: El copago aparece en cero"
    for said in (sent.text, sent.html):
        assert "Lo corregimos en la versión 26.4.2." in said
        assert "Si no responde, el caso se cierra solo el" in said
        assert "miércoles 25 de noviembre, 16:40" in said
        assert "Son 5 días hábiles para probar, desde el miércoles 18 de noviembre, 16:40." in said
        assert "cumplido." in said
    links = [word for word in sent.text.split() if "/decidir/" in word]
    assert [parse_qs(urlsplit(link).query)["es"] for link in links] == [["si"], ["no"]]
    token = urlsplit(links[0]).path.split("/")[2]
    assert read_decision_token(token) == Decision(ticket.pk, solution.pk, ticket.contact_id)


def test_a_link_of_one_desk_decides_nothing_on_another(solved_at_digitalware, desk):
    token = next(word for word in mail("solution").text.split() if "/decidir/" in word).split("/decidir/")[1].split("/")[0]

    with in_desk("proware_test"):
        assert read_decision_token(token) is None
    assert read_decision_token(token + "x") is None


def test_a_manual_without_a_window_says_nothing_of_silence(open_case, agent, now):
    ticket = open_case()
    solve(ticket.pk, "Reiniciamos el servicio.", by=as_actor(agent), at=now, evidence={"solucion": "reinicio"})

    react_all()

    sent = mail("solution")
    assert "se cierra solo" not in sent.text
    assert "Sí, me sirve" in sent.html


def test_new_times_are_told_when_the_classification_changes_them_and_only_then(open_case, agent, now):
    ticket = open_case()
    classify(ticket.pk, {"type": "solicitud"}, by=as_actor(agent), at=now + timedelta(minutes=1))
    react_all()

    for event in Event.objects.filter(kind="ticket.classified"):
        mail_new_times(event)
    assert not Outgoing.objects.filter(key__startswith="times-").exists()

    classify(ticket.pk, {"priority": "critico"}, by=as_actor(agent), at=now + timedelta(minutes=2))
    for event in Event.objects.filter(kind="ticket.classified").order_by("position"):
        mail_new_times(event)

    sent = mail("times")
    # Less than two business hours from 10:00.
    assert "Le responderemos antes del viernes 20 de noviembre, 12:00" in sent.text
    assert "Nivel de emergencia: Crítico" in sent.text


def test_the_promised_times_follow_when_the_customer_is_found(open_case, agent, clinic, now, desk):

    stranger = Contact.objects.create(name="Ana Gil", email="ana@gmail.com")
    ticket = open_case(contact=stranger)
    match_customer(ticket.pk, clinic, by=as_actor(agent), at=now + timedelta(minutes=9))

    mail_new_times(Event.objects.get(kind="ticket.classified"))

    assert "Le responderemos antes del sábado 21 de noviembre, 10:00" in mail("times").text


def test_silence_is_not_reminded_where_the_manual_has_no_reminder(solved_at_digitalware):
    sound_alarms(at=WEDNESDAY + timedelta(days=2), most=10)
    react_all()

    assert not Outgoing.objects.filter(key__startswith="reminder-").exists()
