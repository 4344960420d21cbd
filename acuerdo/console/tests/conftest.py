"""Supervision: who watches, and a desk with cases of every kind."""

from datetime import timedelta

import pytest
from django.utils import timezone

from acuerdo.console.tests.board import place
from acuerdo.console.tests.moments import ago
from acuerdo.core.tickets import Status
from acuerdo.people.models import Team
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.models import Approval, Ticket
from acuerdo.tickets.queries import agreement_for


@pytest.fixture
def watcher(client, person_of):
    """The browser of somebody who watches over the desk."""
    client.force_login(person_of("supervisor", "Rocío Valderrama"))
    return client


@pytest.fixture
def busy_desk(open_case, agent, person_of, by):
    """Cases of every kind that the board counts: late, soon, paused, raised, reopened, with approvals, of a team, of nobody, ended."""
    other = person_of("agent", "Ana Cárdenas", level="primer-nivel")
    team = Team.objects.create(slug="mesa", name="Mesa")
    team.members.add(agent, other)
    for number, hours in enumerate((-30, -1, 1, 3, 20, 1, 50)):
        case = open_case(f"A {hours} h", at=ago(hours=4))
        if number % 3:
            assign(case.pk, to=agent if number % 2 else other, by=by, at=ago(hours=3))
        Ticket.objects.filter(pk=case.pk).update(team=team if number % 2 else None)
        place(case, timezone.now() + timedelta(hours=hours))
    paused = open_case("En pausa", at=ago(hours=4))
    assign(paused.pk, to=agent, by=by, at=ago(hours=3))
    answer(paused.pk, "¿Cuál?", by=by, at=ago(hours=2), then=Status.WAITING_CUSTOMER)
    Ticket.objects.filter(pk=paused.pk).update(team=team)
    raised = open_case("Escalado", at=ago(hours=3))
    steps = list(agreement_for(raised).ladder.steps)
    Ticket.objects.filter(pk=raised.pk).update(level=steps[0])
    raise_level(raised.pk, steps[1], reason="No sabemos", by=by, at=ago(hours=2))
    back = open_case("Reabierto", at=ago(hours=3))
    solve(back.pk, "Ya", evidence={"solucion": "Sí"}, by=by, at=ago(hours=2))
    answer(back.pk, "Seguimos", by=by, at=ago(hours=1), then=Status.WAITING_CUSTOMER)
    ended = open_case("Anulado", at=ago(hours=3))
    cancel(ended.pk, reason="Repetido", by=by, at=ago(hours=1))
    for case, kind in ((back, "quote"), (back, "committee"), (raised, "customer"), (ended, "quote")):
        Approval.objects.create(ticket=case, kind=kind, of="Diana", text="Cambio", asked_at=ago(days=1))
