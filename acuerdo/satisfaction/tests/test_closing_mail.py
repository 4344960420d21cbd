"""The closing mail."""

import re
from datetime import timedelta

import pytest

from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.satisfaction.actions.rate import rate
from acuerdo.satisfaction.reactions import mail_closing
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.close import cancel, close
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.actions.sound_alarm import sound
from acuerdo.tickets.queries import agreement_for


@pytest.fixture
def closing_event(closed):
    return Event.objects.get(kind="ticket.closed")


def mailed():
    return Outgoing.objects.get(key__startswith="closing-")


def test_it_says_how_the_case_ended_and_asks_with_the_manuals_faces(closing_event, closed):
    mail_closing(closing_event)

    mail = mailed()
    assert mail.to == "diana@santa-aurelia.example"
    assert mail.subject == f"[#{closed.number}] Cerramos su caso: El IVR no transfiere"
    assert "Se aprobó la solución y el caso quedó cerrado." in mail.text
    assert "¿Cómo le pareció nuestro servicio?" in mail.html
    for face in ("Bueno", "Aceptable", "Malo"):
        assert face in mail.text
        assert face in mail.html


def test_its_three_links_open_the_survey(closing_event, client):
    mail_closing(closing_event)

    links = re.findall(r"http://[^\s]+(/encuesta/[^\s]+)", mailed().text)

    assert len(links) == 3
    assert {client.get(link).status_code for link in links} == {200}


def test_the_same_closing_is_mailed_once(closing_event):
    mail_closing(closing_event)
    mail_closing(closing_event)

    assert mailed()


def test_who_answered_while_approving_is_not_asked_again(closing_event, closed, diana, now):
    rate(closed.pk, closing_event.position, "bueno", by=Actor("contact", diana.pk), at=now)

    mail_closing(closing_event)

    assert "/encuesta/" not in mailed().text


def test_closing_by_hand_gives_the_manuals_reason_and_the_persons(open_case, agent, now):
    case = open_case("Duplicado", at=now)
    answer(case.pk, "Lo vemos.", by=as_actor(agent), at=now)
    close(case.pk, "duplicado", reason="Sigue en el caso 12.", by=as_actor(agent), at=now)

    mail_closing(Event.objects.get(kind="ticket.closed"))

    assert "Duplicado de otro caso. Sigue en el caso 12." in mailed().text


def test_a_withdrawn_case_has_no_closing_mail(open_case, agent, now):
    case = open_case("Repetido", at=now)
    cancel(case.pk, reason="Repetido", by=as_actor(agent), at=now)

    assert not Event.objects.filter(kind="ticket.closed").exists()


def test_a_manual_without_survey_asks_nothing_and_silence_is_named(other_desk, now):
    """Digital Ware closes by silence after five business days and has no faces (DIG-056)."""
    with in_desk(other_desk.schema_name):
        contact = Contact.objects.create(name="Laura Beltrán", email="laura@puerto-sereno.example")
        agent = Person.objects.create_user("camilo@desk.example", name="Camilo Murcia", role="agent")
        match = match_sender(contact.email, now.date())
        report = Report(subject="El copago aparece en cero", text="Hola", channel="email")
        case = open_case(report, contact=contact, match=match, by=Actor("contact", contact.pk), at=now)
        evidence = {item.id: "Sí" for item in agreement_for(case).closure.evidence.values()}
        solve(case.pk, "Listo.", by=as_actor(agent), at=now + timedelta(hours=1), evidence=evidence)
        sound(case.pk, at=now + timedelta(days=8))

        mail_closing(Event.objects.get(kind="ticket.closed"))

        mail = mailed()
        assert "Cerrado por vencimiento" in mail.text
        assert "Si no está de acuerdo con el cierre" in mail.text
        assert "/encuesta/" not in mail.html


def test_a_customer_who_reads_english_gets_english_dates(closing_event, diana):
    diana.person.language = "en"
    diana.person.save()

    mail_closing(closing_event)

    assert 'lang="en"' in mailed().html
