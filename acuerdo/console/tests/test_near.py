"""A case is near its deadline on the board from the second at which its chip says so."""

from datetime import UTC, datetime, timedelta

import pytest

from acuerdo.console.queries import View, agreements_of, cases_of, clocks_of, lines_of
from acuerdo.console.views.chips import chip
from acuerdo.core.tickets import Place, Status
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.models import Ticket

pytestmark = pytest.mark.django_db
#: A Wednesday at ten in Bogotá.
WEDNESDAY = datetime(2026, 11, 18, 15, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def kind_at(agent, now) -> str:
    [case] = lines_of(cases_of(agent, View()))
    return chip(case, clocks_of([case])[case.pk], agreements_of([case])[case.manual_id], now).kind


@pytest.mark.parametrize("pause", [0, 26])
def test_the_second_kept_with_a_case_is_that_of_its_chip(open_case, agent, by, pause):
    case = open_case(at=WEDNESDAY)
    if pause:
        answer(case.pk, "¿Cuál?", by=by, at=WEDNESDAY + timedelta(minutes=5), then=Status.WAITING_CUSTOMER)
        answer(case.pk, "Seguimos.", by=by, at=WEDNESDAY + timedelta(hours=pause), then=Status.IN_PROGRESS)

    near = datetime.fromtimestamp(Ticket.objects.get(pk=case.pk).near_key, UTC)

    assert (kind_at(agent, near - SECOND), kind_at(agent, near)) == ("run", "near")


def test_what_does_not_run_has_none(open_case, by):
    case = open_case(at=WEDNESDAY)
    answer(case.pk, "¿Cuál?", by=by, at=WEDNESDAY + timedelta(minutes=5), then=Status.WAITING_CUSTOMER)
    solve(case.pk, "Ya", evidence={"solucion": "Sí"}, by=by, at=WEDNESDAY + timedelta(hours=1))

    case = Ticket.objects.get(pk=case.pk)

    assert case.place != Place.RUNNING
    assert case.near_key is None
