"""The queue: its order, what its rows say, its views, and what it costs."""

from itertools import product

import pytest
from django.db import connection
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan
from django.urls import reverse
from django.utils import timezone

from acuerdo.console import queries
from acuerdo.console.queries.cases import ORDER
from acuerdo.console.queries.view import WHOSE
from acuerdo.console.tests.moments import ago
from acuerdo.core.tickets import Status
from acuerdo.customers.actions.meet import meet
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import Match, match_sender
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.open import open_case as open_
from acuerdo.tickets.actions.solve import solve

pytestmark = pytest.mark.django_db
QUEUE = "/console/"


def shown(response) -> list[int]:
    return [row.number for band in response.context["bands"] for row in band.rows]


def labels(response) -> list[str]:
    return [band.label for band in response.context["bands"]]


def test_cases_stand_in_the_order_in_which_they_cannot_wait(signed_in, open_case, diana, by):
    at = ago(hours=3)
    paused = open_case("En pausa", at=at)
    answer(paused.pk, "¿Cuál?", by=by, at=ago(hours=2), then=Status.WAITING_CUSTOMER)
    later = open_case("Vence después", at=at)
    sooner = open_case("Vence antes", at=at)
    classify(sooner.pk, {"priority": "critico"}, by=by, at=ago(hours=2))
    nobody = open_case("De nadie", at=at, contact=meet(email="x@nadie.example", name="X", organisation=None))
    wrote = open_case("Escribió después", at=at)
    solve(wrote.pk, "Ya", evidence={"solucion": "Sí"}, by=by, at=ago(hours=2))
    match = match_sender(diana.email, at.date())
    hear(wrote.pk, Report(subject="", text="No", channel="email"), contact=diana, match=match, by=Actor("contact"), at=ago(hours=1))
    solved = open_case("Espera al cliente", at=at)
    solve(solved.pk, "Ya", evidence={"solucion": "Sí"}, by=by, at=ago(hours=2))
    ended = open_case("Anulado", at=at)
    cancel(ended.pk, reason="Repetido", by=by, at=ago(hours=1))

    page = signed_in.get(QUEUE)

    assert shown(page) == [c.number for c in (wrote, nobody, sooner, later, paused, solved)]
    assert labels(page) == ["Escribió después de la solución", "Sin cliente", "Por vencimiento", "En pausa", "Espera al cliente"]


def test_views_live_in_the_address(signed_in, open_case, agent, by):
    mine, free = open_case("Mío", at=ago(hours=2)), open_case("Libre", at=ago(hours=1))
    assign(mine.pk, agent, by=by, at=ago(minutes=5))

    assert shown(signed_in.get(QUEUE + "?de=mios")) == [mine.number]
    assert shown(signed_in.get(QUEUE + "?de=nadie")) == [free.number]
    assert sorted(shown(signed_in.get(QUEUE + "?grupo=vencimiento"))) == [mine.number, free.number]
    assert shown(signed_in.get(QUEUE + "?grupo=pausa")) == []
    assert sorted(shown(signed_in.get(QUEUE + "?de=cualquiera&grupo=nada"))) == [mine.number, free.number]


def test_my_level_shows_the_cases_of_my_level(client, open_case, person_of):
    case = open_case(at=ago(hours=1))
    client.force_login(person_of("agent", level="primer-nivel"))

    assert shown(client.get(QUEUE + "?de=nivel")) == [case.number]


@pytest.mark.parametrize("words", ["transfiere", "TRANSFIERE", "aurelia", "diana", "santa-aurelia.example"])
def test_words_find_subject_customer_and_contact(signed_in, open_case, words):
    case = open_case("El IVR no transfiere", at=ago(hours=1))

    assert shown(signed_in.get(QUEUE, {"q": words})) == [case.number]
    assert shown(signed_in.get(QUEUE, {"q": "otra cosa"})) == []


def test_a_number_leads_straight_to_its_case(signed_in, open_case):
    case = open_case(at=ago(hours=1))

    assert signed_in.get(QUEUE, {"q": f"#{case.number}"})["Location"] == f"/console/casos/{case.number}/"


def test_ended_cases_stand_in_no_queue_but_a_search_finds_them(signed_in, open_case, by):
    case = open_case("Repetido de ayer")
    cancel(case.pk, reason="Repetido", by=by, at=timezone.now())

    assert shown(signed_in.get(QUEUE)) == []
    assert shown(signed_in.get(QUEUE, {"q": "repetido"})) == [case.number]


def test_pages_follow_one_another_without_a_gap_or_a_repeat(signed_in, open_case, monkeypatch):
    monkeypatch.setattr("acuerdo.console.queries.cases.PAGE", 2)
    at = ago(hours=1)
    numbers = [open_case(f"Caso {n}", at=at).number for n in range(5)]

    seen, address = [], QUEUE
    while address:
        page = signed_in.get(address)
        seen += shown(page)
        following = page.context["following"]
        address = QUEUE + following if following else ""

    assert seen == numbers


@pytest.mark.parametrize("whose", WHOSE)
def test_a_question_that_was_written_once_gives_what_the_view_names(agent, open_case, by, whose):
    agent.level = "n1"
    paused, solved, ended, mine = (open_case(name, at=ago(hours=3)) for name in ("En pausa", "Solucionado", "Anulado", "Mío"))
    answer(paused.pk, "¿Cuál?", by=by, at=ago(hours=2), then=Status.WAITING_CUSTOMER)
    solve(solved.pk, "Ya", evidence={"solucion": "Sí"}, by=by, at=ago(hours=2))
    cancel(ended.pk, reason="Repetido", by=by, at=ago(hours=2))
    assign(mine.pk, agent, by=by, at=ago(hours=1))

    def read(view, cursor, columns):
        return [case.number for case in queries.page_of(agent, view, cursor, columns).cases]

    for group, columns in product(("", *queries.GROUPS, queries.GONE), ((), ("equipo", "etiquetas"))):
        view = queries.View(whose, group)
        cases = list(queries.cases_of(agent, view))
        numbers = [case.number for case in cases]
        assert read(view, "", columns) == numbers
        assert [read(view, str(queries.Cursor.after(case, ended=view.ended)), columns) for case in cases] == [
            numbers[at:] for at in range(1, len(numbers) + 1)
        ]


@pytest.mark.parametrize("cursor", ["", "x", "1.2", "1.2.x", "9999999999.99999999999999999999.99999999999", "-1.-1.-1", "99999999999"])
@pytest.mark.parametrize("group", ["", queries.GONE])
def test_a_page_that_begins_nowhere_is_no_error(signed_in, open_case, cursor, group):
    open_case()
    assert signed_in.get(QUEUE, {"tras": cursor, "grupo": group}).status_code == 200


def test_the_page_costs_the_same_for_two_cases_as_for_twenty(signed_in, open_case, organisation_of, django_assert_num_queries):
    def some(count):
        for n in range(count):
            organisation = organisation_of(f"Cliente {n} de {count}")
            contact = Contact.objects.create(organisation=organisation, name=f"C{n}", email=f"c{n}@{count}.example")
            open_case(at=ago(hours=1), contact=contact)

    some(2)
    with django_assert_num_queries(QUERIES):
        signed_in.get(QUEUE)
    some(18)
    with django_assert_num_queries(QUERIES):
        assert len(shown(signed_in.get(QUEUE))) == 20


#: Desk (three), session, person, cases, clocks, people to assign, and what the
#: rail shows, all in one.
QUERIES = 8


def test_the_order_is_read_from_its_index_and_never_sorted(agent, open_case):
    open_case(at=ago(hours=1))
    after = queries.Cursor(2, 0, 0)
    with connection.cursor() as cursor:
        # A table this small would be read otherwise: what is asked is whether the index can serve the order at all.
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off")
        cases = queries.cases_of(agent, queries.View())
        plan = cases.filter(TupleGreaterThan(Tuple(*ORDER), after.values)).explain()

    assert "ticket_queue" in plan
    assert "Index Cond: (ROW(place, place_key, number) > ROW(2, 0, 0))" in plan
    assert "Sort" not in plan


@pytest.mark.parametrize("role", ["agent", "supervisor", "manager", "admin", "auditor"])
@pytest.mark.parametrize("name", ["queue", "news", "notices", "rail"])
def test_the_desks_people_see_the_console(client, person_of, role, name):
    client.force_login(person_of(role))

    assert client.get(reverse(f"console:{name}")).status_code == 200


@pytest.mark.parametrize("name", ["queue", "news", "notices", "rail"])
def test_customers_do_not_and_strangers_sign_in(client, diana, name):
    assert client.get(reverse(f"console:{name}"))["Location"].startswith("/entrar/")
    client.force_login(diana.person)
    assert client.get(reverse(f"console:{name}")).status_code == 403


def test_the_queue_is_only_read(signed_in):
    assert signed_in.post(QUEUE).status_code == 405


def test_another_desks_cases_are_not_in_it(signed_in, open_case, other_desk):
    with in_desk(other_desk.schema_name):
        theirs = meet(email="y@otra.example", name="Y", organisation=None)
        report = Report(subject="De otra mesa", text="Hola", channel="email")
        open_(report, contact=theirs, match=Match(theirs, None, None, "unknown"), by=Actor("contact"), at=ago(hours=1))
    mine = open_case("De esta", at=ago(hours=1))

    assert shown(signed_in.get(QUEUE)) == [mine.number]
    assert b"De otra mesa" not in signed_in.get(QUEUE).content


def test_nonsense_in_the_address_is_no_error(signed_in):
    assert signed_in.get(QUEUE, {"tras": "x.y", "grupo": "nada", "q": "'%_"}).status_code == 200
    assert signed_in.get("/console/novedades/", {"desde": "²", "sello": "x"}).status_code == 200
