"""Rules that give a case to another: the desk's own when it comes up or breaks a promise, and the manual's (SGM-037, DIG-054, SOP-029)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from acuerdo.agreements.actions.publish import publish
from acuerdo.agreements.models import ManualVersion
from acuerdo.core.tickets import Status
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import SYSTEM, Actor
from acuerdo.events.models import Event
from acuerdo.manuals import text_of
from acuerdo.notifications.models import Notice
from acuerdo.people.models import Absence, Team
from acuerdo.tickets.actions.ask_escalation import ask_escalation
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.hand_over import Why, hand_over
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.actions.sound_alarm import sound_alarms
from acuerdo.tickets.models import RoutingRule, Skill, Ticket
from acuerdo.tickets.reactions import escalate
from acuerdo.tickets.tests.desks import Story
from acuerdo.tickets.tests.reacting import react_all
from acuerdo.tickets.tests.verbs import again

HOUR = timedelta(hours=1)
RAISED, BREACHED = RoutingRule.On.RAISED, RoutingRule.On.BREACHED


@pytest.fixture
def story(desk):
    return Story("soporte")


@pytest.fixture
def second(person_of):
    team = Team.objects.create(slug="segundo", name="Segundo nivel", level="superior")
    team.members.set([person_of("agent", "Ana", level="superior"), person_of("agent", "Beto", level="superior")])
    return team


def rewrite(manual, old, new):
    """Let another text of the desk's manual govern what is opened from now on."""
    text = text_of(manual)
    assert old in text
    with connection.cursor() as cursor:  # a published version is never deleted but by hand
        cursor.execute(f"DELETE FROM {ManualVersion._meta.db_table}")
    publish(text.replace(old, new), by=SYSTEM, at=datetime(2025, 12, 31, 12, tzinfo=UTC))


def given(case):
    found = Event.objects.filter(subject_kind="ticket", subject_id=case.pk, kind="ticket.assigned").order_by("pk")
    return [(event.facts["to"], event.facts.get("note", "")) for event in found]


def test_what_comes_up_to_a_level_goes_to_whom_the_desks_rule_names_and_both_are_told_why(story, second, now):
    RoutingRule.objects.create(on=RAISED, reached="superior", team=second, person=second.members.get(name="Ana"))
    case, had = story.case(now), story.people["responsable"]
    assign(case.pk, had, by=story.by, at=now + HOUR)

    raise_level(case.pk, "superior", reason="Hace falta base de datos", by=story.by, at=now + 2 * HOUR)
    react_all()

    case = again(case)
    assert (case.assignee.name, case.team, case.level) == ("Ana", second, "superior")
    assert given(case)[-1] == (case.assignee_id, "Hace falta base de datos")
    assert "Hace falta base de datos" in Notice.objects.get(person=case.assignee, kind="assigned").text
    assert "pasó a Ana" in Notice.objects.filter(person=had, kind="assigned").latest("pk").text


def test_a_rule_of_another_level_or_another_occasion_leaves_it_where_it_is(story, second, now):
    ana = second.members.get(name="Ana")
    RoutingRule.objects.create(on=RAISED, reached="proveedor", person=ana)
    RoutingRule.objects.create(on=BREACHED, person=ana)
    case = story.case(now)
    assign(case.pk, story.people["responsable"], by=story.by, at=now + HOUR)

    raise_level(case.pk, "superior", reason="?", by=story.by, at=now + 2 * HOUR)
    react_all()

    assert again(case).assignee == story.people["responsable"]


def test_a_broken_promise_hands_it_to_who_is_there_once_and_whoever_gives_it_on_is_not_overruled(second, desk, now):
    story = Story("proware")
    RoutingRule.objects.create(on=BREACHED, team=second, shares=True)
    Absence.objects.create(person=second.members.get(name="Ana"), starts_on=now.date(), ends_on=now.date() + timedelta(days=30))
    case = story.case(now, priority="critico")
    late = now + timedelta(days=5)
    sound_alarms(at=late, most=10)
    react_all()
    broken = given(case)
    assert again(case).assignee.name == "Beto"

    assign(case.pk, second.members.get(name="Beto"), by=story.by, at=late + HOUR)
    other = story.people["coordinador"]
    assign(case.pk, other, by=story.by, at=late + 2 * HOUR)
    sound_alarms(at=late + 3 * HOUR, most=10)
    for event in Event.objects.filter(kind="ticket.clock_warned").order_by("pk"):
        escalate(event)
    react_all()

    assert broken
    assert again(case).assignee == other


def test_a_rule_may_raise_it_as_well_and_never_down(desk, now):
    story = Story("digitalware")
    RoutingRule.objects.create(on=BREACHED, level="n3", person=story.people["director-experiencia"])
    case = story.case(now, impact="alta", urgency="alta")
    sound_alarms(at=now + timedelta(days=20), most=10)
    react_all()

    assert again(case).level == "n3"
    levels = [event.facts["level"] for event in Event.objects.filter(kind="ticket.level_raised", subject_id=case.pk).order_by("pk")]
    assert levels == ["n2", "n3"]


def test_the_manual_itself_may_hand_it_to_somebody_of_the_level_it_is_raised_to(story, second, now):
    rewrite("soporte", 'on = "assigned"\nwhere', 'on = "assigned"\nraise_to = "superior"\nassign_to = "level"\nwhere')
    case = story.case(now, severity="s1")

    assign(case.pk, story.people["responsable"], by=story.by, at=now + HOUR)
    react_all()

    case = again(case)
    assert (case.level, case.assignee.name) == ("superior", "Ana")
    assert given(case)[-1][1] == "El incidente afecta servicios críticos"


@pytest.mark.parametrize(("to", "assignee", "team"), [("lider", "lider", None), ("team", None, "segundo"), ("level", "responsable", None)])
def test_a_request_to_escalate_goes_where_the_manual_says_and_stays_where_nobody_is(desk, person_of, now, to, assignee, team):
    story = Story("proware")
    role = {"lider": "jefe-postventa"}.get(to, to)
    rewrite("proware", 'label = "El cliente pide escalar desde su caso"\n', f'label = "El cliente pide escalar"\nassign_to = "{role}"\n')
    Team.objects.create(slug="segundo", name="Segundo", level="segundo-nivel")
    case = story.case(now)
    had = person_of("agent", "Quien lo tiene")
    assign(case.pk, had, by=story.by, at=now + HOUR)
    if to == "team":
        raise_level(case.pk, "segundo-nivel", reason="x", by=story.by, at=now + HOUR)
    contact = case.contact

    match = match_sender(contact.email, now.date())
    ask_escalation(
        case.pk, "Llevamos dos días", contact=contact, match=match, by=Actor("contact", contact.pk, contact.name), at=now + 2 * HOUR
    )
    react_all()

    case = again(case)
    expected = {"lider": story.people["jefe-postventa"], "responsable": had, None: None}[assignee]
    assert (case.assignee, case.team.slug if case.team else None) == (expected, team)


def test_only_who_knows_it_is_given_it(story, second, now):
    skill = Skill.objects.create(slug="oracle", name="Oracle")
    skill.people.add(second.members.get(name="Beto"))
    RoutingRule.objects.create(on=RAISED, team=second, shares=True, skill="oracle")
    case = story.case(now)

    raise_level(case.pk, "superior", reason="?", by=story.by, at=now + HOUR)
    react_all()

    case = again(case)
    assert (case.assignee.name, case.state) == ("Beto", Status.IN_PROGRESS)


def test_what_has_ended_stays_with_whoever_had_it(story, second, now):
    RoutingRule.objects.create(on=RAISED, person=second.members.get(name="Ana"))
    case = story.case(now)
    Ticket.objects.filter(pk=case.pk).update(status="cancelled", closed_at=now)

    assert hand_over(case.pk, [RAISED.value], Why("x", 0, "x"), at=now + HOUR).assignee is None
