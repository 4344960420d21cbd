"""Supervision: what breaks and whose it is, and what the board costs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from acuerdo.console.queries.moments import local
from acuerdo.console.tests.board import BOARD, numbers, place
from acuerdo.console.tests.moments import ago
from acuerdo.core.tickets import Status
from acuerdo.people.models import Absence, Team
from acuerdo.satisfaction.models import Rating
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.models import Approval, Clock, Ticket
from acuerdo.tickets.queries import agreement_for

pytestmark = pytest.mark.django_db
#: What the board asks the database, however many cases, people and levels there are.
QUERIES = 7


def lines(response) -> dict[str, list[int]]:
    return {line.name: [cell.count for cell in line.cells] for group in response.context["matrix"].groups for line in group.lines}


def test_each_case_stands_with_its_person_in_the_hour_in_which_it_is_due(watcher, open_case, agent, by):
    late, soon, nobodys = open_case("Vencido"), open_case("Pronto"), open_case("De nadie")
    for case in (late, soon):
        assign(case.pk, to=agent, by=by, at=timezone.now())
    place(late, ago(hours=2))
    place(soon, timezone.now() + timedelta(seconds=30))
    place(nobodys, ago(days=3))

    response = watcher.get(BOARD)

    found = lines(response)
    assert found["Marcela Ibarra"][0] == 1
    assert sum(found["Marcela Ibarra"]) == 2
    assert found["Sin responsable"][0] == 1


def test_load_tells_what_waits_for_the_desk_from_what_waits_for_others_and_who_stands_in(watcher, open_case, agent, person_of, by):
    stand_in = person_of("agent", "Ana Cárdenas")
    today = local(timezone.now()).date()
    Absence.objects.create(person=agent, substitute=stand_in, starts_on=today, ends_on=today)
    Team.objects.create(slug="mesa", name="Mesa").members.add(agent, stand_in)
    ours, waits = open_case("Nuestro", at=ago(hours=2)), open_case("Espera", at=ago(hours=2))
    for case in (ours, waits):
        assign(case.pk, to=agent, by=by, at=ago(hours=1))
    answer(waits.pk, "¿Cuál?", by=by, at=ago(minutes=50), then=Status.WAITING_CUSTOMER)

    response = watcher.get(BOARD)
    mine = next(one for one in response.context["loads"] if one.load.person.pk == agent.pk)

    assert (mine.load.ours, mine.load.waiting) == (1, 1)
    assert numbers(agent, mine.ours_query) == [ours.number]
    assert numbers(agent, mine.waiting_query) == [waits.number]
    assert "lo reemplaza Ana Cárdenas" in response.content.decode()
    team = response.context["teams"][0].load
    assert (team.present, team.members) == (1, 2)


def test_escalated_approvals_and_reopened_cases_are_shown_and_opened(watcher, open_case, agent, by):  # DIG-051
    case = open_case("Escalado", at=ago(hours=3))
    steps = list(agreement_for(case).ladder.steps)
    Ticket.objects.filter(pk=case.pk).update(level=steps[0])
    raise_level(case.pk, steps[1], reason="No sabemos", by=by, at=ago(hours=2))
    asked = open_case("Con cotización")
    Approval.objects.create(ticket=asked, kind="quote", of="Diana", text="Cambio", asked_at=ago(days=1))
    back = open_case("Reabierto", at=ago(hours=3))
    solve(back.pk, "Ya", evidence={"solucion": "Sí"}, by=by, at=ago(hours=2))
    answer(back.pk, "Seguimos", by=by, at=ago(hours=1), then=Status.WAITING_CUSTOMER)

    context = watcher.get(BOARD).context

    assert [one.number for one, _path in context["raised"]] == [case.number]
    assert numbers(agent, context["raised_query"]) == [case.number]
    assert [one.ticket for one in context["approvals"]] == [asked]
    assert numbers(agent, "?aprobacion=quote") == [asked.number]
    assert context["count_reopened"] == "1"
    assert numbers(agent, context["reopened_query"]) == [back.number]


def test_what_customers_said_opens_their_answers(watcher, open_case, by):
    case = open_case("Calificado")
    Rating.objects.create(ticket=case, closing=1, value="malo", comment="Tarde", at=ago(days=2))
    Rating.objects.create(ticket=case, closing=2, value="bueno", at=ago(days=1))

    board = watcher.get(BOARD)
    page = watcher.get(f"{BOARD}encuestas/", {"respuesta": "malo", "desde": str(local(ago(days=5)).date())})

    assert {face.id: count for face, count in board.context["faces"]} == {"bueno": 1, "aceptable": 0, "malo": 1}
    assert [one.comment for one in board.context["unhappy"]] == ["Tarde"]
    assert [one.value for one, _face in page.context["rows"]] == ["malo"]


def test_the_board_asks_as_much_for_one_case_as_for_many(watcher, open_case, organisation_of, person_of, django_assert_num_queries):
    place(open_case("Uno"), ago(hours=1))
    place(open_case("Dos"), timezone.now() + timedelta(minutes=1))
    watcher.get(BOARD)
    with django_assert_num_queries(QUERIES):
        watcher.get(BOARD)
    for n in range(6):
        person_of("agent", f"Persona {n}", level="primer-nivel")
        place(open_case(f"Caso {n}"), timezone.now() + timedelta(minutes=1))
    with django_assert_num_queries(QUERIES):
        watcher.get(BOARD)


def test_the_wall_names_no_customer_unless_it_is_asked_to(watcher, open_case):
    place(open_case("El IVR no transfiere"), timezone.now() + timedelta(hours=1))

    plain, named = watcher.get("/console/muro/").content.decode(), watcher.get("/console/muro/?clientes").content.decode()

    assert "Clínica Santa Aurelia" not in plain
    assert "El IVR no transfiere" not in plain
    assert "Clínica Santa Aurelia" in named


def test_the_board_asks_for_itself_alone_and_is_not_kept_under_the_pages_address(watcher, busy_desk):
    page, again = (
        watcher.get(BOARD, {"por": "nivel"}),
        watcher.get(BOARD, {"por": "nivel"}, headers={"HX-Request": "true", "HX-Target": "board"}),
    )

    begins = page.text.index('<div class="board__live"')
    assert again.text[again.text.index('<div class="board__live"') :].strip() == page.text[begins : page.text.index("</main>")].strip()
    assert 'id="board-seen"' in again.text
    assert "<html" not in again.text
    assert "HX-Target" in again["Vary"]


def test_the_months_promises_come_after_the_board_and_without_a_script_their_report_is_a_link_away(watcher, open_case):
    case = open_case("Con promesas", at=ago(hours=3))
    Clock.objects.filter(ticket=case).update(state="met", stopped_at=timezone.now() - timedelta(seconds=1))

    board, month = watcher.get(BOARD), watcher.get(f"{BOARD}mes/")

    assert 'hx-get="/console/supervision/mes/"' in board.text
    assert 'href="/console/supervision/cumplimiento/?por=plan"' in board.text
    [line] = month.context["kept"]
    assert {(cell.figures.met, cell.figures.broken) for cell in line.cells} == {(1, 0)}
