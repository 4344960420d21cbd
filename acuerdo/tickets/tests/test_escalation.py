"""Both kinds of ladder, rules, and what a customer may ask for (issue 4, point 3)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from acuerdo.core.tickets import CannotRaise
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.events.models import Event
from acuerdo.notifications.models import Notice
from acuerdo.people.models import Person
from acuerdo.tickets import reactions
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.ask_escalation import AlreadyAsked, MayNotAsk, ask_escalation
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.actions.sound_alarm import sound_alarms
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import asked_to_escalate
from acuerdo.tickets.tests.desks import Story
from acuerdo.tickets.tests.reacting import react_all

HOUR = timedelta(hours=1)


def again(kind):
    """Run every reaction of these events a second time, as a job that was lost and found."""
    for event in Event.objects.filter(kind=kind).order_by("pk"):
        for reaction in (reactions.tell_of_clock, reactions.escalate):
            reaction(event)


def told(person, kind):
    return Notice.objects.filter(person=person, kind=kind).count()


@pytest.mark.parametrize("start", ["n1", "n2", "n3", "n4"])
def test_the_fifth_level_of_sgm_is_reached_from_any(desk, now, start):
    """SGM-T3, SGM-038."""
    story = Story("sgm")
    case = story.case(now)
    Ticket.objects.filter(pk=case.pk).update(level=start)

    raise_level(case.pk, "n5", reason="Falla del operador", by=story.by, at=now + HOUR)

    assert Ticket.objects.get(pk=case.pk).level == "n5"


def test_no_other_rung_of_sgm_is_skipped(desk, now):
    story = Story("sgm")
    case = story.case(now)
    with pytest.raises(CannotRaise):
        raise_level(case.pk, "n3", reason="Prisa", by=story.by, at=now + HOUR)


def test_a_breach_raises_a_case_of_dig_to_the_coordinator_once_and_tells_the_director(desk, now):
    """DIG-054, DIG-055."""
    story = Story("digitalware")
    case = story.case(now, impact="alta", urgency="alta")
    late = now + timedelta(days=20)
    for _job in range(3):
        sound_alarms(at=late, most=10)
        react_all()
    again("ticket.clock_warned")
    react_all()

    raised = Event.objects.filter(kind="ticket.level_raised", subject_id=case.pk)
    assert [event.facts["level"] for event in raised] == ["n2"]
    for role in ("coordinador-met", "director-experiencia"):
        broken = Event.objects.filter(kind="ticket.clock_warned", subject_id=case.pk, facts__share="1").count()
        assert told(story.people[role], "clock") == broken


def test_dig_tells_at_its_desk_hours_and_a_p1_at_once(desk, now):
    """DIG-055: the restoration of a P1 is told to the director at any hour."""
    story = Story("digitalware")
    friday_night = now + timedelta(hours=9)
    story.case(friday_night, priority="p1")
    sound_alarms(at=friday_night + timedelta(hours=3, minutes=20), most=10)
    react_all()

    director, coordinator = story.people["director-experiencia"], story.people["coordinador-met"]
    assert [mail.not_before for mail in story.mails(director.email)] == [None]
    assert told(coordinator, "clock") == 1


def test_severity_one_of_sop_is_told_at_assignment_once_whoever_gets_it_next(desk, now):
    """SOP-030, SOP-A8."""
    story = Story("soporte")
    case = story.case(now, severity="s1")
    lead = story.people["lider"]
    for hours, person in ((1, story.people["responsable"]), (2, story.people["gerente"])):
        assign(case.pk, person, by=story.by, at=now + hours * HOUR)
        react_all()

    assert told(lead, "rule") == 1
    assert story.mails(lead.email)[0].not_before is None


def test_a_case_that_becomes_critical_after_its_assignment_is_told_too(desk, now):
    story = Story("soporte")
    case = story.case(now, severity="s4")
    assign(case.pk, story.people["responsable"], by=story.by, at=now + HOUR)
    react_all()
    assert told(story.people["lider"], "rule") == 0

    classify(case.pk, {"severity": "s1"}, by=story.by, at=now + 2 * HOUR)
    react_all()

    assert told(story.people["lider"], "rule") == 1


def test_sop_tells_the_customer_and_the_lead_of_an_escalation_with_its_reason(desk, now):
    """SOP-023, SOP-032."""
    story = Story("soporte")
    case = story.case(now)
    raise_level(case.pk, "superior", reason="Supera lo que puedo cambiar", by=story.by, at=now + HOUR)
    react_all()

    assert story.last().subject == "[#1] Su caso fue escalado: El IVR no transfiere"
    assert "Nivel superior" in story.last().text
    assert "Supera lo que puedo cambiar" not in story.last().text
    assert "Supera lo que puedo cambiar" in story.last(story.people["lider"].email).text


def ask(story, case, at, contact=None, text="Llevamos dos días sin ventas"):
    contact = contact or story.contact
    by, match = Actor("contact", contact.pk, contact.name), match_sender(contact.email, at.date())
    return ask_escalation(case.pk, text, contact=contact, match=match, by=by, at=at)


def test_an_entitled_plan_of_pro_may_ask_and_the_head_of_after_sales_hears_at_once(desk, now):
    """PRO-057, PRO-A15."""
    story = Story("proware")
    case = story.case(now)
    ask(story, case, now + timedelta(hours=10))
    react_all()

    head = story.people["jefe-postventa"]
    said = story.last(head.email)
    assert said.not_before is None
    assert "Clínica Santa Aurelia (Plan Empresarial) pide escalar el caso #1: Llevamos dos días sin ventas" in said.text
    with pytest.raises(AlreadyAsked):
        ask(story, case, now + timedelta(hours=11))
    answer(case.pk, "Ya lo tomó el jefe de Postventa.", by=story.by, at=now + timedelta(hours=12))
    assert asked_to_escalate(Ticket.objects.get(pk=case.pk)) is None
    ask(story, case, now + timedelta(hours=13))


@pytest.mark.parametrize("plan", ["innovador", "emprendedor"])
def test_the_plans_without_that_right_may_not_ask(desk, now, plan):
    story = Story("proware", plan)
    case = story.case(now)
    with pytest.raises(MayNotAsk):
        ask(story, case, now + HOUR)


@pytest.mark.parametrize(("level", "allowed"), [("n0", False), ("n1", False), ("n2", True), ("n3", True)])
def test_of_digs_customers_levels_two_and_three_may_ask(desk, now, level, allowed):
    """DIG-037–DIG-042: the others escalate among themselves first."""
    story = Story("digitalware")
    case = story.case(now)
    other = story.new_contact("jorge", level)
    if allowed:
        ask(story, case, now + HOUR, other)
        react_all()
        assert told(story.people["coordinador-met"], "level") == 1
    else:
        with pytest.raises(MayNotAsk):
            ask(story, case, now + HOUR, other)


def test_the_page_to_ask_is_there_for_the_entitled_and_tells_what_was_missing(client, open_case, diana, clinic):
    case = open_case()
    client.force_login(diana.person)
    url = reverse("portal:escalation", args=[case.number])

    assert "Pedir que escalemos el caso" in client.get(reverse("portal:case", args=[case.number])).content.decode()
    assert client.get(url).status_code == 200
    assert client.post(url, {"text": " "}).status_code == 422
    assert client.post(url, {"text": "Urge"}).status_code == 303
    again = client.post(url, {"text": "Urge más"})
    assert (again.status_code, "Urge más" in again.content.decode()) == (422, True)
    assert "Ya pidió que escalemos este caso" in client.get(url, follow=True).content.decode(), "one request at a time"
    clinic.contracts.update(plan="innovador")
    Ticket.objects.filter(pk=case.pk).update(facts={**case.facts, "plan": "innovador"})
    assert client.get(url).status_code == 404


def test_nobody_of_another_organisation_asks(client, open_case, organisation_of):
    case = open_case()
    other = organisation_of("Ferretería El Tornillo")
    person = Person.objects.create_user("luis@tornillo.example", name="Luis", role="customer")
    other.contacts.create(name="Luis", email=person.email, person=person)
    client.force_login(person)
    for name in ("portal:escalation", "portal:objection"):
        assert client.post(reverse(name, args=[case.number]), {"text": "x", "choice": "time"}).status_code == 404


def test_the_console_shows_that_the_customer_waits_for_an_answer_to_it(signed_in, open_case, diana, now, by):
    case = open_case()
    by_diana = Actor("contact", diana.pk, diana.name)
    ask_escalation(case.pk, "Urge", contact=diana, match=match_sender(diana.email, now.date()), by=by_diana, at=now + HOUR)
    page = reverse("console:case", args=[case.number])

    assert "El cliente pide escalar" in signed_in.get(page).content.decode()
    answer(case.pk, "Ya lo vemos", by=by, at=now + 2 * HOUR)
    assert "El cliente pide escalar" not in signed_in.get(page).content.decode()
