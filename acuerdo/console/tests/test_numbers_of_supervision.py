"""Every number of the supervision board opens as many cases as it says."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from acuerdo.console.queries.board import DUE, board, figures
from acuerdo.console.queries.moments import Window
from acuerdo.console.tests.board import BOARD, numbers, place
from acuerdo.console.tests.moments import ago
from acuerdo.core.tickets import Status
from acuerdo.people.queries import staff
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.assign import assign

pytestmark = pytest.mark.django_db


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


#: A number that is a link to the queue.
NUMBER = re.compile(r'<a[^>]*href="/console/(\?[^"]*)"[^>]*>(?:<b>)?(?:<svg.*?</svg>)?(?:<i[^>]*></i>)*\s*(\d+)\b')


@pytest.mark.parametrize("by_what", ["persona", "nivel", "plan", "cliente"])
def test_every_number_on_the_board_that_is_a_link_opens_as_many_cases(watcher, busy_desk, by_what):
    page = watcher.get(BOARD, {"por": by_what}).text

    links = [(unescape(query), int(count)) for query, count in NUMBER.findall(page)]
    assert len(links) > 20
    wrong = {(query, count): found for query, count in links if (found := int(watcher.get(f"/console/{query}").context["total"])) != count}
    assert wrong == {}


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
