"""The rail: its one written query says what the queries say that it stands for."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from acuerdo.console.queries import Counts, View, capped, cases_of, counts
from acuerdo.console.queries.views import views_of
from acuerdo.console.views import rail
from acuerdo.notifications.models import Notice
from acuerdo.people.models import Team
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.models import SavedView

pytestmark = pytest.mark.django_db


def test_it_counts_what_the_queue_holds_of_each_and_knows_the_newest_case(agent, person_of, open_case, by):
    now = timezone.now()
    mine, theirs, _free, ended = (open_case(name, at=now) for name in ("Mío", "De otra", "Libre", "Anulado"))
    for case, person in ((mine, agent), (theirs, person_of("agent")), (ended, agent)):
        assign(case.pk, person, by=by, at=now)
    cancel(ended.pk, reason="Repetido", by=by, at=now)
    for person, read_at in ((agent, None), (agent, now), (person_of("supervisor"), None)):
        Notice.objects.create(key=f"{person.pk} {read_at}", person=person, kind="note", text="Algo", created_at=now, read_at=read_at)

    found = counts(agent, kept=15)

    assert [found.queue, found.mine, found.nobody] == capped(*(cases_of(agent, View(name)) for name in ("todos", "mios", "nadie")))
    assert (found.queue, found.mine, found.nobody) == (3, 1, 1)
    assert found.notices == Notice.objects.filter(person=agent, read_at=None).count() == 1
    assert found.newest == ended.number


def test_it_names_the_views_of_the_person_their_teams_and_the_desk_by_name_and_once(agent, person_of):
    other = person_of("agent")
    first, second = (Team.objects.create(name=name, slug=name) for name in ("uno", "dos"))
    first.members.add(agent, other)
    second.members.add(other)
    SavedView.objects.create(name="De otra", query="?a", person=other)
    SavedView.objects.create(name="De otro equipo", query="?b", team=second)
    for name, whose in (("Propia", {"person": agent}), ("Equipo", {"team": first}), ("Mesa", {}), ("Última", {})):
        SavedView.objects.create(name=name, query=f"?{name}", **whose)

    assert counts(agent, kept=15).views == tuple(views_of(agent).values_list("name", "query"))
    assert [name for name, _query in counts(agent, kept=2).views] == ["Equipo", "Mesa"]


def test_a_desk_without_cases_counts_none(agent):
    assert counts(agent, kept=15) == Counts(0, 0, 0, 0, 0, ())


def test_kept_views_come_with_their_counts_after_the_page_in_one_query_bounded(signed_in, agent, open_case, monkeypatch):
    monkeypatch.setattr(rail, "LONG", "60s")  # a machine that has much else to do may take longer than a rail may
    for name in ("Uno", "Dos", "Tres"):
        open_case(name)
    for name, query in (("De nadie", "?de=nadie"), ("Míos", "?de=mios"), ("Con palabras", "?q=uno"), ("Rara", "?equipo=no-hay&de=x")):
        SavedView.objects.create(name=name, query=query, person=agent)

    assert '<span class="n">3</span></a>' not in signed_in.get("/console/").text.split('id="rail-views"')[1]
    with CaptureQueriesContext(connection) as asked:
        shown = signed_in.get("/console/barra/?vistas").text
    assert shown.count('<span class="n">') == 1
    assert 'De nadie</span><span class="n">3</span>' in shown
    assert sum("AS counted" in query["sql"] for query in asked) == 1
    monkeypatch.setattr(rail, "MANY", 2)
    assert ">2+<" in signed_in.get("/console/barra/?vistas").text


def test_a_count_that_takes_too_long_leaves_the_names(signed_in, agent, monkeypatch):
    SavedView.objects.create(name="De nadie", query="?de=nadie", person=agent)

    def slow(*_each, **_how):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(5)")

    monkeypatch.setattr(rail, "capped", slow)
    monkeypatch.setattr(rail, "LONG", "20ms")

    assert "De nadie" in signed_in.get("/console/barra/?vistas").text


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("", "Cola"),
        ("?de=mios", "Míos"),
        ("?grupo=pausa", "En pausa"),
        ("?de=nivel", "Cola"),
        ("?q=uno&de=mios", "Cola"),
        ("?plan=x", "Cola"),
    ],
)
def test_a_case_marks_the_line_that_it_was_opened_from(signed_in, open_case, query, line):
    case = open_case("Uno")

    for page in ("", "historia/", "calculo/"):
        shown = signed_in.get(f"/console/casos/{case.number}/{page}{query}").text
        rail_of_it = shown.split('id="rail"')[1].split("</div>")[0]
        assert re.findall(r'title="([^"]+)"[^>]*aria-current="page"', rail_of_it) == [line]


def test_the_queue_marks_the_view_that_is_looked_at_once(signed_in, agent):
    for name, query in (("Sola", "?plan=premium"), ("Nadie", "?de=nadie")):
        SavedView.objects.create(name=name, query=query, person=agent)

    for query, line in (("?plan=premium", "Sola"), ("?de=nadie", "Sin responsable"), ("?grupo=pausa", "En pausa"), ("", "Cola")):
        shown = signed_in.get(f"/console/{query}").text.split('class="bar-low')[0]
        assert re.findall(r'title="([^"]+)"[^>]*aria-current="page"', shown) == [line]
    kept = signed_in.get("/console/barra/?vistas&en=%3Fplan%3Dpremium").text
    assert re.findall(r'title="([^"]+)"[^>]*aria-current="page"', kept) == ["Sola"]
