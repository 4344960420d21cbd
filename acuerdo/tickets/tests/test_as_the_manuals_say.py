"""Who classifies, who attends and how a case is followed, as the manuals say it: sentences that no other test is about."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from acuerdo.core.tickets import Status
from acuerdo.events.events import Actor
from acuerdo.events.queries import log_of
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.close import close
from acuerdo.tickets.actions.decide import approve
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.actions.reply import Points, reply_formally
from acuerdo.tickets.models import Message
from acuerdo.tickets.queries import folded
from acuerdo.tickets.tests.desks import Story
from acuerdo.tickets.tests.reacting import react_all
from acuerdo.tickets.tests.verbs import again, post

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
#: Friday, 10:00 in Bogotá.
AT = datetime(2026, 11, 20, 15, tzinfo=UTC)
DIAGNOSIS = Points(
    reply="diagnostico", said={"consecutivo": "1", "diagnostico": "Falla del informe", "clasificacion": "Defecto, Alto"}, days={}
)


def formal_reply(case):
    return next(clock.target for clock in folded(again(case), AT + 3 * HOUR) if clock.id == "formal_response")


def test_the_customers_classification_guides_and_the_consultants_decides_and_moves_the_clocks(desk):
    """INT-118, INT-119, INT-120."""
    story = Story("interwapp")
    case = story.case(AT, type="defecto", criticality="alto")
    reply_formally(case.pk, [DIAGNOSIS], by=story.by, at=AT + HOUR)
    asked = formal_reply(case)

    classify(case.pk, {"criticality": "bajo"}, reason="No detiene la operación", by=story.by, at=AT + 2 * HOUR)

    case = again(case)
    assert (case.proposed["criticality"], case.facts["criticality"]) == ("alto", "bajo"), "both are kept"
    assert formal_reply(case) != asked, "the clocks follow the consultant"
    assert case.level == story.agreement.ladder.start, "who is the first level"


def test_a_customer_has_no_way_to_classify(client, desk):
    """INT-119."""
    story = Story("interwapp")
    case = story.case(AT, type="defecto", criticality="medio")
    story.contact.person = Person.objects.create_user(story.contact.email, name=story.contact.name, role="customer")
    story.contact.save()
    client.force_login(story.contact.person)

    assert post(client, "classification", case, **{"fact-criticality": "alto"}).status_code in {403, 404}
    assert again(case).facts["criticality"] == "medio"


def test_of_dig_the_met_answers_the_customers_second_level_and_all_that_was_said_stays_in_the_tool(desk, client):
    """DIG-043, DIG-045, DIG-046, DIG-047, DIG-049: from the first level on, answered to whoever reported, solved, closed, with its trace."""
    story = Story("digitalware")
    case = story.case(AT, type="incidente")
    assert (case.level, story.contact.level) == ("n1", "n2")

    answer(case.pk, "Lo reprodujimos con sus datos.", by=story.by, at=AT + HOUR)
    react_all()
    story.solved(case, AT + 2 * HOUR)

    assert "Lo reprodujimos con sus datos." in story.mails()[1].text, "to whoever reported, of the second level"
    log = log_of("ticket", case.pk)
    kinds = [event.kind for event in log]
    assert [kind for kind in kinds if kind in {"ticket.opened", "ticket.responded", "ticket.resolved"}] == [
        "ticket.opened",
        "ticket.responded",
        "ticket.resolved",
    ]
    assert Message.objects.filter(ticket=case).count() == 3
    whose = [event.actor_id for event in log if event.kind in {"ticket.responded", "ticket.resolved"}]
    assert whose == [story.agent.pk] * 2, "each step says whose it was"


def test_of_dig_the_coordinator_sees_what_was_escalated(desk, client):
    """DIG-050, DIG-051."""
    story = Story("digitalware")
    raised, other = story.case(AT, type="incidente"), story.case(AT, type="consulta")
    above = "n2"
    raise_level(raised.pk, above, reason="Lo debe ver desarrollo", by=story.by, at=AT + HOUR)
    coordinator = story.people["coordinador-met"]
    client.force_login(coordinator)

    board = client.get(reverse("console:supervision"))
    queue = client.get(reverse("console:queue"), {"v": "todos", "nivel": above})

    assert (board.status_code, coordinator.role) == (200, "supervisor")
    assert f"/casos/{raised.number}/" in queue.text
    assert f"/casos/{other.number}/" not in queue.text


@pytest.mark.parametrize("kind", ["incidente", "consulta", "acceso"])
def test_dig_manages_each_kind_that_needs_no_committee_from_opening_to_closing(desk, kind):
    """DIG-023."""
    story = Story("digitalware")
    case = story.case(AT, type=kind)
    story.solved(case, AT + HOUR)
    solution = Message.objects.get(ticket=case, kind=Message.Kind.SOLUTION)

    approve(case.pk, solution.pk, by=Actor("contact", story.contact.pk, story.contact.name), at=AT + 2 * HOUR)

    assert (again(case).facts["type"], again(case).status) == (kind, "closed")


def test_the_four_stages_of_pro_are_those_its_cases_go_through(desk):
    """PRO-030: Ingreso, Asignación, Seguimiento, Cierre; the tool names each case by the stage it is in."""
    story = Story("proware")
    case = story.case(AT)
    seen = []

    def look() -> None:
        named, stage = story.agreement.statuses[again(case).status], again(case).stage
        seen.append(named.stages[stage].label if stage else named.label)

    look()
    change_status(case.pk, Status.IN_PROGRESS, stage="asignacion", by=story.by, at=AT + HOUR)
    look()
    answer(case.pk, "Lo vemos.", by=story.by, at=AT + 2 * HOUR)
    change_status(case.pk, Status.WAITING_CUSTOMER, reason="Faltan datos", by=story.by, at=AT + 3 * HOUR)
    change_status(case.pk, Status.IN_PROGRESS, by=story.by, at=AT + 4 * HOUR)
    look()
    story.solved(case, AT + 5 * HOUR)
    close(
        case.pk,
        next(iter(story.agreement.closure.reasons)),
        reason="Confirmado",
        by=as_actor(story.people["coordinador"]),
        at=AT + 6 * HOUR,
    )
    look()

    assert seen == ["Ingreso", "Asignación", "En seguimiento", "Cierre"]


def test_of_sgm_a_priority_is_chosen_by_its_criterion_and_effort_is_decided_apart(desk):
    """SGM-043, SGM-044."""
    story = Story("sgm")
    case = story.case(AT, type="incidente")

    assert all(value.criterion for value in story.agreement.fields["priority"].values.values())
    classify(case.pk, {"priority": "baja", "effort": "poco"}, reason="Basta un clic", by=story.by, at=AT + HOUR)
    assert {name: again(case).facts[name] for name in ("priority", "effort")} == {"priority": "baja", "effort": "poco"}
