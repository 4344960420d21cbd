from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from acuerdo.core.mail import number_in_subject, signed_ticket
from acuerdo.customers.models import Contact, Contract, MailDomain, Organisation
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.notifications.models import Outgoing
from acuerdo.tickets.access import reply_key
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.reactions import acknowledge
from acuerdo.tickets.tests.reacting import react_all

BOGOTA = ZoneInfo("America/Bogota")


@pytest.fixture
def at():
    """Monday 23 November 2026, 16:15 in Bogotá: the moment of the mockups."""
    return datetime(2026, 11, 23, 21, 15, tzinfo=UTC)


def acknowledgement():
    react_all("tickets.acknowledge")
    return Outgoing.objects.get(key__startswith="ack-")


def test_it_says_number_what_was_understood_and_by_when_the_manual_promises(open_case, at):
    ticket = open_case("El reporte de productividad no abre", at=at, proposed={"priority": "alto"}, message_id="<1@santa-aurelia.example>")

    mail = acknowledgement()

    assert mail.to == "diana@santa-aurelia.example"
    assert mail.subject == f"[#{ticket.number}] Recibimos su caso: El reporte de productividad no abre"
    for said in (mail.text, mail.html):
        assert "Recibimos su caso. Le responderemos antes del martes 24 de noviembre, 10:15" in said
        assert "Le respondemos antes del" in said
        assert "Solución estimada, antes del" in said
        assert "miércoles 25 de noviembre, 16:15" in said
        assert "Buenas tardes, Diana:" in said
        assert "Su caso llegó el lunes 23 de noviembre a las 16:15." in said
        assert "Plan Empresarial · Nivel de emergencia: Alto" in said
        assert "menos de 6 horas hábiles y menos de 2 días hábiles" in said
        assert "Lo propuso usted; si al revisar vemos otro nivel, le avisamos." in said
        assert f"/casos/{ticket.number}/" in said
        assert "Las horas son de Bogotá (GMT-5)." in said
        assert "se cierra" not in said, "Proware's manual never closes by silence"


def test_without_a_sign_in_the_manual_it_says_at_the_latest_and_silence_is_announced(other_desk, at):

    with in_desk(other_desk.schema_name):
        hospital = Organisation.objects.create(name="Hospital San Blas")
        MailDomain.objects.create(organisation=hospital, domain="sanblas.example")
        Contract.objects.create(organisation=hospital, plan="on-premise", starts_on=at.date())
        laura = Contact.objects.create(organisation=hospital, name="Laura Mesa", email="laura@sanblas.example")
        report = Report(subject="El copago aparece en cero", text="…", channel="email", proposed={"impact": "alta", "urgency": "alta"})
        open_case(report, contact=laura, match=match_sender(laura.email, at.date()), by=Actor("contact"), at=at)

        mail = acknowledgement()

    # Eight business hours of 7:30–18:00 from Monday 16:15: 1 h 45 min on Monday, 6 h 15 min on Tuesday.
    assert "Tiempo de atención: a más tardar el martes 24 de noviembre, 13:45" in mail.text
    assert "Tiempo de atención, a más tardar el" in mail.html
    assert "Impacto: Alta" in mail.text
    assert "Si no nos dice nada en 5 días hábiles, la herramienta cierra el caso automáticamente." in mail.text


def test_it_answers_the_customers_message_in_its_thread_and_can_be_answered(open_case, at, desk):
    ticket = open_case(at=at, message_id="<1@santa-aurelia.example>")

    mail = acknowledgement()

    assert mail.headers["In-Reply-To"] == mail.headers["References"] == "<1@santa-aurelia.example>"
    assert mail.headers["Auto-Submitted"] == "auto-generated"
    assert number_in_subject(mail.subject) == ticket.number
    assert signed_ticket(mail.reply_to, reply_key()) == ticket.number


def test_a_sender_nobody_knows_is_told_that_the_times_will_follow(open_case, at, desk):
    contact = Contact.objects.create(name="nadie@gmail.com", email="nadie@gmail.com")
    open_case(at=at, contact=contact)

    mail = acknowledgement()

    assert "En cuanto encontremos su plan, le decimos por aquí los plazos." in mail.text
    assert "Buenas tardes:" in mail.text
    assert "antes del" not in mail.text


def test_what_a_program_sent_is_not_acknowledged(open_case, at):
    open_case(at=at, acknowledge=False)

    react_all()

    assert not Outgoing.objects.filter(key__startswith="ack-").exists()


def test_running_twice_sends_once(open_case, at):

    open_case(at=at)
    event = Event.objects.get(kind="ticket.opened")

    acknowledge(event)
    acknowledge(event)

    assert Outgoing.objects.filter(key=f"ack-{event.pk}").count() == 1


def test_the_twenty_first_case_of_an_hour_gets_no_acknowledgement(open_case, at):
    for minute in range(21):
        open_case(f"Caso {minute}", at=at + timedelta(minutes=minute))

    react_all("tickets.acknowledge")

    assert Outgoing.objects.filter(key__startswith="ack-").count() == 20
    open_case("Una hora después", at=at + timedelta(minutes=62))
    react_all("tickets.acknowledge")
    assert Outgoing.objects.filter(key__startswith="ack-").count() == 21
    assert Ticket.objects.count() == 22


def test_a_hostile_subject_is_shown_as_text(open_case, at):
    open_case("<script>alert(1)</script>\r\nBcc: todos@x.example", at=at)

    mail = acknowledgement()

    assert "<script>" not in mail.html
    assert "\n" not in mail.subject
