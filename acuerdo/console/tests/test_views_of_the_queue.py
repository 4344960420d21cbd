"""Which cases one looks at: filters, words, what has ended, and the views that are kept."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.console import queries
from acuerdo.people.models import Team
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.actions.keep_view import keep_view
from acuerdo.tickets.models import SavedView

pytestmark = pytest.mark.django_db
QUEUE = "/console/"


def ago(**time):
    return timezone.now() - timedelta(**time)


def shown(response) -> list[int]:
    return [row.number for band in response.context["bands"] for row in band.rows]


@pytest.fixture
def critical(open_case, by):
    """A critical case beside another."""
    case = open_case("Se cayó todo", at=ago(hours=3))
    open_case("Una pregunta", at=ago(hours=3))
    return classify(case.pk, {"priority": "critico", "type": "incidente"}, by=by, at=ago(hours=2))


@pytest.mark.parametrize(
    "chosen",
    [
        "dato.priority=critico",
        "dato.priority=critico&dato.priority=alto&tipo=incidente",
        "plan=empresarial&dato.priority=critico",
        "q=cayo",
    ],
)
def test_a_view_keeps_what_is_chosen_of_any_fact(signed_in, critical, chosen):
    assert shown(signed_in.get(f"{QUEUE}?{chosen}")) == [critical.number]


@pytest.mark.parametrize(
    "chosen",
    ["dato.priority=nada", "plan=otro", "cliente=999999", "cliente=x", "responsable=9²", "etiqueta=%00", "reloj=nunca", "nivel=ninguno"],
)
def test_what_means_nothing_finds_nothing(signed_in, critical, chosen):
    answer = signed_in.get(f"{QUEUE}?{chosen}")

    assert answer.status_code == 200
    assert critical.number not in shown(answer) or not answer.context["view"].chosen


def test_it_reads_as_a_sentence_and_each_part_can_be_taken_back(signed_in, critical):
    page = signed_in.get(f"{QUEUE}?dato.priority=critico&dato.priority=alto&de=todos&q=cayo")

    assert "Nivel de emergencia: Crítico o Alto" in page.text
    assert f'href="{QUEUE}?q=cayo"' in page.text
    assert f'href="{QUEUE}?dato.priority=critico&amp;dato.priority=alto"' in page.text


def test_cases_past_their_deadline_and_those_due_today(signed_in, open_case, critical, by):
    late = open_case("Vencido", at=ago(days=30))

    assert shown(signed_in.get(f"{QUEUE}?reloj=vencido"))[0] == late.number
    both = shown(signed_in.get(f"{QUEUE}?reloj=vencido&reloj=hoy"))
    assert late.number in both


def test_nobodys_cases_and_somebodys_can_be_asked_for_together(signed_in, agent, critical, open_case, by):
    mine = open_case("Mío", at=ago(hours=1))
    assign(mine.pk, agent, by=by, at=ago(hours=1))

    assert mine.number not in shown(signed_in.get(f"{QUEUE}?responsable=nadie"))
    assert shown(signed_in.get(f"{QUEUE}?responsable={agent.pk}")) == [mine.number]
    assert len(shown(signed_in.get(f"{QUEUE}?responsable={agent.pk}&responsable=nadie"))) == 3


def test_what_has_ended_is_a_view_too_the_latest_first(signed_in, open_case, by):
    ended = [open_case(f"Caso {n}", at=ago(hours=3)) for n in range(3)]
    for case in ended:
        cancel(case.pk, reason="Repetido", by=by, at=ago(hours=1))
    open_case("Sigue", at=ago(hours=3))

    assert shown(signed_in.get(f"{QUEUE}?grupo=terminados")) == [case.number for case in reversed(ended)]


def test_pages_of_a_search_and_of_what_ended_follow_each_other(signed_in, open_case, by, monkeypatch):
    monkeypatch.setattr("acuerdo.console.queries.cases.PAGE", 2)
    monkeypatch.setattr("acuerdo.console.queries.cases.FOUND", 2)
    cases = [open_case(f"Nómina {n}", at=ago(hours=3) + timedelta(minutes=n)) for n in range(5)]

    for chosen in ("q=nomina", "de=todos", "grupo=terminados"):
        if chosen == "grupo=terminados":
            for case in cases:
                cancel(case.pk, reason="Repetido", by=by, at=ago(minutes=1))
        seen, address = [], f"?{chosen}"
        while address:
            page = signed_in.get(f"{QUEUE}{address}")
            seen += shown(page)
            address = page.context["following"]
        assert sorted(seen) == sorted(case.number for case in cases)
        assert len(seen) == len(cases)


def test_one_goes_from_case_to_case_of_a_search(signed_in, agent, open_case):
    first, second, third = (open_case(f"Nómina {n}", at=ago(hours=3) + timedelta(minutes=n)) for n in range(3))
    view = queries.View(words="nomina")

    assert queries.neighbours(second, agent, view) == (third.number, first.number)


def test_a_search_finds_what_has_ended_after_what_is_open(signed_in, open_case, by):
    ended, going = open_case("Nómina", at=ago(hours=3)), open_case("Nómina", at=ago(hours=4))
    cancel(ended.pk, reason="Repetido", by=by, at=ago(hours=1))

    assert shown(signed_in.get(f"{QUEUE}?q=nómina")) == [going.number, ended.number]


def test_the_dialog_offers_every_fact_with_what_is_chosen(signed_in, critical):
    page = signed_in.get(reverse("console:filters") + "?dato.priority=critico&q=cayo")

    assert '<input type="hidden" name="q" value="cayo">' in page.text
    assert '<input type="checkbox" name="dato.priority" value="critico" checked>Crítico' in page.text
    assert 'name="estado" value="waiting_customer"' in page.text


def keep(client, query="?dato.priority=critico", **said):
    return client.post(reverse("console:keep_view") + query, {"nombre": "Los críticos", **said})


def test_a_view_is_kept_for_oneself_and_stands_in_the_rail(signed_in, agent, person_of, client):
    assert keep(signed_in)["Location"] == f"{QUEUE}?dato.priority=critico"
    assert SavedView.objects.get().person == agent
    assert "Los críticos" in signed_in.get(QUEUE).text

    client.force_login(person_of("agent", name="Otra"))
    assert "Los críticos" not in client.get(QUEUE).text


def test_what_nobody_can_write_is_left_out_of_a_name(signed_in, agent):
    assert keep(signed_in, nombre="Hoy\x00", para="\x00").status_code == 303
    assert SavedView.objects.get().name == "Hoy"
    assert keep(signed_in, nombre="\x00").status_code == 422


@pytest.mark.parametrize("query", ["vence=hoy", "?vence=hoy"])
def test_a_view_leads_to_the_queue_with_or_without_its_question_mark(signed_in, agent, query):
    keep_view("Hoy", query, person=agent)

    assert f'href="{QUEUE}?vence=hoy" title="Hoy"' in signed_in.get(QUEUE).text


def test_a_view_is_kept_for_ones_team_only(signed_in, agent, client, person_of):
    team = Team.objects.create(slug="nomina", name="Nómina")
    other = Team.objects.create(slug="redes", name="Redes")
    team.members.add(agent)

    keep(signed_in, para=team.slug)
    assert SavedView.objects.get().team == team
    keep(signed_in, para=other.slug, nombre="De otros")
    assert SavedView.objects.get(name="De otros").person == agent


@pytest.mark.parametrize(("role", "is_the_desks"), [("agent", False), ("supervisor", True), ("admin", True)])
def test_the_desks_views_are_of_those_who_oversee_it(client, person_of, role, is_the_desks):
    client.force_login(person_of(role))
    keep(client, para="mesa")

    assert (SavedView.objects.get().person is None) is is_the_desks


@pytest.mark.parametrize("name", ["", "   "])
def test_a_view_needs_a_name(signed_in, name):
    refused = keep(signed_in, nombre=name)

    assert refused.status_code == 422
    assert "Falta el nombre" in refused.text


def test_a_name_is_taken_once(signed_in):
    keep(signed_in)

    assert "Ya hay una vista con ese nombre" in keep(signed_in, "?de=mios").text


def test_one_lets_go_of_ones_own_views_not_of_the_desks(signed_in, agent, person_of):
    keep(signed_in)
    desks = SavedView.objects.create(name="De la mesa", query="?de=nadie", made_by=person_of("supervisor", name="Otra"))
    for view in (SavedView.objects.get(person=agent), desks):
        signed_in.post(reverse("console:forget_view", args=[view.pk]))

    assert list(SavedView.objects.all()) == [desks]


def test_a_view_of_another_person_is_not_there(signed_in, person_of):
    view = SavedView.objects.create(name="Suya", query="?de=nadie", person=person_of("agent", name="Otra"))

    assert signed_in.post(reverse("console:forget_view", args=[view.pk])).status_code == 404
