"""Supervision: what breaks and whose it is, and every number opens the cases behind it."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.http import QueryDict
from django.utils import timezone

from acuerdo.console.queries import View, cases_of
from acuerdo.console.queries.board import DUE, board, figures
from acuerdo.console.queries.due import Whose
from acuerdo.console.queries.moments import Window, local
from acuerdo.console.views.matrix import columns
from acuerdo.core.tickets import Status
from acuerdo.people.models import Absence, Team
from acuerdo.people.queries import staff
from acuerdo.satisfaction.models import Rating
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.models import Approval, Clock, Ticket
from acuerdo.tickets.queries import agreement_for

pytestmark = pytest.mark.django_db
BOARD = "/console/supervision/"
#: What the board asks the database, however many cases, people and levels there are.
QUERIES = 7


def ago(**time) -> datetime:
    return timezone.now() - timedelta(**time)


@pytest.fixture
def watcher(client, person_of):
    """The browser of somebody who watches over the desk."""
    client.force_login(person_of("supervisor", "Rocío Valderrama"))
    return client


def numbers(person, query) -> list[int]:
    """The cases that a view's address leads to."""
    return sorted(cases_of(person, View.of(QueryDict(query.removeprefix("?")))).values_list("number", flat=True))


def place(case, at) -> None:
    """Let a case be due then; how a deadline comes about is not what is tried here."""
    Ticket.objects.filter(pk=case.pk).update(place=2, place_key=int(at.timestamp()))


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


def test_every_number_of_the_matrix_opens_the_cases_it_counted(watcher, open_case, agent, person_of, by):
    other = person_of("agent", "Ana Cárdenas", level="primer-nivel")
    for hours, who in ((-30, agent), (-1, other), (1, agent), (3, None), (20, other), (1, None)):
        case = open_case(f"A {hours} h")
        if who:
            assign(case.pk, to=who, by=by, at=timezone.now())
        place(case, timezone.now() + timedelta(hours=hours))

    for way in ("persona", "nivel", "plan", "cliente"):
        matrix = watcher.get(BOARD, {"por": way}).context["matrix"]
        for line in [matrix.totals, *(line for group in matrix.groups for line in group.lines)]:
            for cell in [*line.cells, line.total]:
                assert len(numbers(agent, cell.query)) == cell.count or not cell.count, (way, cell)


def test_the_figures_open_their_views(watcher, open_case, agent, by):  # SGM-047
    paused = open_case("En pausa", at=ago(hours=2))
    answer(paused.pk, "¿Cuál?", by=by, at=ago(hours=1), then=Status.WAITING_CUSTOMER)
    place(open_case("Vencido"), ago(hours=1))

    figures = watcher.get(BOARD).context["figures"]

    assert [len(numbers(agent, one.query)) for one in figures] == [int(one.count) for one in figures]
    assert figures[0].kind == "is-late"
    assert figures[5].count == "1"


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


#: A number that is a link to the queue.
NUMBER = re.compile(r'<a[^>]*href="/console/(\?[^"]*)"[^>]*>(?:<b>)?(?:<svg.*?</svg>)?(?:<i[^>]*></i>)*\s*(\d+)\b')


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


@pytest.mark.parametrize("by_what", ["persona", "nivel", "plan", "cliente"])
def test_every_number_on_the_board_that_is_a_link_opens_as_many_cases(watcher, busy_desk, by_what):
    page = watcher.get(BOARD, {"por": by_what}).text

    links = [(unescape(query), int(count)) for query, count in NUMBER.findall(page)]
    assert len(links) > 20
    wrong = {(query, count): found for query, count in links if (found := int(watcher.get(f"/console/{query}").context["total"])) != count}
    assert wrong == {}


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


def test_of_what_nobody_counts_to_the_end_it_says_that_there_is_more(watcher, open_case, agent, by, monkeypatch):
    monkeypatch.setattr("acuerdo.console.queries.due.COUNTED", 2)
    monkeypatch.setattr("acuerdo.console.views.matrix.COUNTED", 2)
    for hours in range(1, 6):
        case = open_case(f"Hace {hours} h")
        if hours > 2:
            assign(case.pk, to=agent, by=by, at=timezone.now())
        place(case, ago(hours=hours))

    response = watcher.get(BOARD)

    [mine] = [line for group in response.context["matrix"].groups for line in group.lines if line.name == "Marcela Ibarra"]
    assert (mine.cells[0].number, mine.total.number) == ("2+", "2+")
    assert response.context["matrix"].totals.cells[0].number == "2+"
    assert "Marcela Ibarra, vencido: al menos 2 casos" in response.text


def test_the_board_has_everybody_who_takes_cases_and_counts_what_the_queue_counts(watcher, busy_desk, person_of, agent):
    person_of("auditor", "Irene Casallas")
    person_of("agent", "Fue de la mesa", is_active=False)
    now = timezone.now()
    soon = now + timedelta(hours=4)

    found = board(now, soon, now, ["superior"])

    assert [person["pk"] for person in found.people] == [person.pk for person in staff()]
    views = {
        "late": "?reloj=vencido",
        "soon": f"?vence={Window(now, soon)}",
        "today": "?reloj=hoy",
        "wrote": "?grupo=escribieron",
        "paused": "?grupo=pausa",
        "raised": "?nivel=superior",
        "undecided": "?aprobacion=committee&aprobacion=customer&aprobacion=quote",
        "reopened": "?reabierto=si",
    }
    assert found.counts == {name: len(numbers(agent, query)) for name, query in views.items()}
    assert figures(now, soon) == {**{name: found.counts[name] for name in DUE}, "nobody": len(numbers(agent, "?de=nadie"))}


def test_after_the_last_hour_comes_the_next_day_on_which_the_desk_opens(open_case):
    sunday = datetime(2026, 11, 22, tzinfo=UTC).date()
    calendar = next(one for one in agreement_for(open_case()).calendars.values() if not one.hours_on(sunday))
    saturday_at_ten_at_night = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)

    shown = columns(saturday_at_ten_at_night, calendar)

    assert [column.label for column in shown] == ["vencido", "22:00", "23:00", "lunes 23"]
    # Nothing falls between: what is due on the closed Sunday stands with Monday.
    assert [local(column.window.end).isoformat()[:16] for column in shown[1:]] == [
        "2026-11-21T23:00",
        "2026-11-22T00:00",
        "2026-11-24T00:00",
    ]


@pytest.mark.parametrize(
    "text", ["", "_", "2026-12-15T12:00", "2026-12-15T13:00_2026-12-15T12:00", "x_2026-12-15T12:00", "0001-01-01T00:00_x"]
)
def test_a_window_that_cannot_be_read_finds_nothing(signed_in, open_case, text):
    open_case()

    assert Window.read(text) is None
    assert signed_in.get("/console/", {"vence": text or "_"}).context["total"] == "0"


def test_a_window_is_written_as_it_is_read_and_said_in_words(signed_in):
    window = Window.read("2026-12-15T12:00_2026-12-15T13:00")

    assert str(window) == "2026-12-15T12:00_2026-12-15T13:00"
    assert window.words == "mar 15 dic, 12:00 a 13:00"
    assert "mar 15 dic, 12:00 a 13:00" in signed_in.get("/console/", {"vence": str(window)}).content.decode()


def test_cases_of_nobody_are_asked_for_by_level_too():
    assert Whose("responsable", "nadie", "n1").chosen == (("nivel", ("n1",)), ("responsable", ("nadie",)))


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
