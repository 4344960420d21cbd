"""Finding a case: in Spanish, by parts of names and codes, in subjects, messages and files; the likeliest first."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from acuerdo.customers.models import Contact, Organisation
from acuerdo.customers.queries import match_sender
from acuerdo.desks.queries import in_desk
from acuerdo.events.events import SYSTEM
from acuerdo.files.actions.store import store
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.actions.make_findable import index_missing
from acuerdo.tickets.actions.match_customer import match_customer
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.actions.tag import tag
from acuerdo.tickets.models import Findable, Ticket
from acuerdo.tickets.queries import among, find, of_contact, seeking
from acuerdo.tickets.queries.seeking import Effort

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(desk):
    contact = Contact.objects.create(name="Óscar Muñoz", email="oscar.munoz@guayacan.example")
    made = []

    def one(subject, text="Desde ayer.", files=()):
        at = timezone.now() - timedelta(hours=1) + timedelta(minutes=len(made))
        report = Report(subject=subject, text=text, channel="email", files=files)
        made.append(open_case(report, contact=contact, match=match_sender(contact.email, at.date()), by=SYSTEM, at=at))
        return made[-1]

    return one


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Error en la facturación", "facturacion"),
        ("Error en la facturacion", "facturación"),
        ("Fallan dos facturaciones", "facturación"),
        ("No imprime las colillas", "colilla"),
        ("El árbol de menús no abre", "ARBOL MENU"),
        ("Se cae la sesión de Peña", "sesion pena"),
        ("Rechaza el comprobante INV-2034/A", "INV-2034"),
        ("Rechaza el comprobante INV-2034/A", "2034"),
        ("Rechaza el comprobante INV-2034/A", "nv-20"),
        ("El cierre mensual no termina", '"cierre mensual"'),
        ("El cierre mensual no termina", "cierre -nómina"),
    ],
)
def test_a_subject_is_found_however_it_is_typed(opened, written, typed):
    case = opened(written)
    opened("Otra cosa del todo distinta")

    assert find(typed) == [case.pk]


@pytest.mark.parametrize("typed", ['"mensual cierre"', "cierre -mensual", "cierre nómina", "xyz", "", '"', "-", "de la"])
def test_what_is_not_there_is_not_found(opened, typed):
    opened("El cierre mensual no termina")

    assert find(typed) == []


@pytest.mark.parametrize("typed", ["muñoz", "MUNOZ", "oscar.munoz", "guayacan", "uayaca"])
def test_a_case_is_found_by_who_wrote(opened, typed):
    case = opened("No abre")

    assert find(typed) == [case.pk]


def test_messages_and_codes_in_them_are_found(opened, agent):
    case = opened("No abre", "Sale el código ORA-01017 al entrar")
    answer(case.pk, "Reiniciamos el servidor de licencias", by=as_actor(agent), at=timezone.now())

    assert find("licencia") == find("1017") == find("ora-01017") == [case.pk]


@pytest.mark.parametrize("typed", ["pantallazo", "nómina marzo", "lazo_nom"])
def test_names_of_files_are_found(opened, typed):
    case = opened("No abre", files=(store(name="pantallazo_nomina_marzo.png", content_type="image/png", content=b"x"),))

    assert find(typed) == [case.pk]


def test_a_customer_does_not_find_what_the_desk_wrote_for_itself(opened, agent):
    case = opened("No abre")
    note(case.pk, "Sospecho del balanceador WX-99", by=as_actor(agent), at=timezone.now())

    assert find("balanceador") == [case.pk]
    assert find("balanceador", Ticket.objects.all(), public=True) == []
    assert find("WX-99", Ticket.objects.all(), public=True) == []
    assert find("abre", Ticket.objects.all(), public=True) == [case.pk]


@pytest.mark.parametrize("typed", ["moroso", "oros", "cliente-moroso", '"cliente moroso"', "abre moroso"])
def test_a_customer_does_not_find_a_case_by_the_desks_tags(opened, agent, typed):
    case = opened("No abre")
    tag(case.pk, ["cliente-moroso", "vip"], by=as_actor(agent), at=timezone.now())
    answer(case.pk, "Va la guía ABC-123", by=as_actor(agent), at=timezone.now())

    assert find(typed) == [case.pk]
    assert find(typed, Ticket.objects.all(), public=True) == []
    assert find("abre", Ticket.objects.all(), public=True) == find("bc-12", Ticket.objects.all(), public=True) == [case.pk]


def test_what_the_desk_wrote_for_itself_moves_nothing_in_what_a_customer_finds(opened, agent):
    older, newer = opened("No abre"), opened("No abre")
    tag(older.pk, ["moroso"], by=as_actor(agent), at=timezone.now())
    note(older.pk, "Parece un fraude", by=as_actor(agent), at=timezone.now())

    for typed in ("abre or moroso", "abre or fraude"):
        assert find(typed) == [older.pk, newer.pk]
        assert find(typed, Ticket.objects.all(), public=True) == [newer.pk, older.pk]


def test_the_number_comes_first_then_words_that_stand_together_then_open_ones_then_the_latest(opened, agent):
    ended = opened("El cierre mensual no termina")
    cancel(ended.pk, reason="Repetido", by=as_actor(agent), at=timezone.now())
    apart = opened("No termina el cierre", "Es el informe mensual")
    older, newer = opened("Cierre mensual lento"), opened("Cierre mensual lento")
    named = opened(f"Como en el {ended.number}")

    assert find("cierre mensual") == [newer.pk, older.pk, ended.pk, apart.pk]
    assert find(str(ended.number)) == [ended.pk, named.pk]


def test_only_among_those_one_may_see(opened, desk):
    mine = opened("No abre")
    other = Contact.objects.create(name="Eva", email="eva@otra.example")

    assert find("abre", of_contact(mine.contact), public=True) == [mine.pk]
    assert find("abre", of_contact(other), public=True) == []


def test_a_case_that_gets_its_customer_is_found_by_its_name(opened, agent):
    case = opened("No abre")
    match_customer(case.pk, Organisation.objects.create(name="Clínica Santa Aurelia"), by=as_actor(agent), at=timezone.now())

    assert find("aurelia") == [case.pk]


def test_cases_from_before_there_was_a_search_are_made_findable(opened, agent):
    case = opened("No abre", "Sale ORA-01017")
    note(case.pk, "Mirar el nodo", by=as_actor(agent), at=timezone.now())
    before = Findable.objects.values().get()
    Findable.objects.all().delete()

    assert index_missing() == 1
    assert index_missing() == 0
    after = Findable.objects.values().get()
    assert {**after, "words": set(after["words"].split())} == {**before, "words": set(before["words"].split())}


def test_a_search_costs_one_statement(opened, django_assert_num_queries):
    for _ in range(5):
        opened("No abre")

    with django_assert_num_queries(1):
        assert len(find("abre")) == 5
    with django_assert_num_queries(2):  # and how these are found
        assert len(find("abre", Ticket.objects.filter(channel="email"))) == 5
    with django_assert_num_queries(0):
        assert find("-") == find("abre", Ticket.objects.none()) == []


def test_a_plan_that_is_kept_finds_in_the_desk_of_the_moment(opened, other_desk):
    case = opened("No abre")

    for _ in range(8):  # PostgreSQL keeps the plan by then
        assert find("abre") == [case.pk]
    with in_desk(other_desk.schema_name):
        assert find("abre") == []
    assert find("abre") == [case.pk]


def test_a_search_for_many_words_finds_as_well_and_no_plan_of_it_is_kept(opened):
    case = opened("No abre la ventana 1 2 3 4 5 6 7 8 9")

    for _ in range(4):
        assert find("no abre la ventana 1 2 3 4 5 6 7 8 9") == [case.pk]
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_prepared_statements WHERE statement LIKE 'WITH asked %part12%'")
        assert cursor.fetchall() == []


#: As if there were a million cases, where what is common is met on the way back and a filter may have as many cases as a word.
MILLION = Effort(most=3, sample=4, few=1, dear=1_000_000_000, every="1000000")


@pytest.mark.parametrize(
    "effort",
    [
        MILLION,
        MILLION._replace(patience=0),
        MILLION._replace(on_the_way=1_000_000),
        MILLION._replace(few=100),
        MILLION._replace(few=100, dear=-1),
        MILLION._replace(every="4", few=100),
        MILLION._replace(every="4", few=1),
        MILLION._replace(sample=100),
    ],
    ids=[
        "back",
        "back, meeting none",
        "never back",
        "among few",
        "few, but not at hand",
        "what few have",
        "more than it seemed",
        "fewer than wanted",
    ],
)
def test_the_same_is_found_whichever_way_is_gone(opened, monkeypatch, effort):
    cases = [opened("No abre" if place % 3 else "Óscar escribe de nuevo") for place in range(9)]
    typed = ["abre", "muñ", '"no abre"', "no abre muñoz", "escribe", "abre -nuevo", "uayac", str(cases[4].number), "nadie"]
    some = Ticket.objects.filter(channel="email", number__lt=cases[-1].number)
    sought = [(words, these, public) for words in typed for these in (None, some) for public in (False, True)]

    def found():
        return [find(words, these, public=public) for words, these, public in sought]

    monkeypatch.setattr(seeking, "EFFORT", Effort(most=3, every="0"))
    monkeypatch.setattr(among, "EFFORT", Effort(most=3, few=100, every="0"))
    plainly = found()
    monkeypatch.setattr(seeking, "EFFORT", effort)
    monkeypatch.setattr(among, "EFFORT", effort)

    assert found() == plainly
    assert [any(plainly[at : at + 4]) for at in range(0, len(plainly), 4)] == [True] * 8 + [False]


def test_where_cases_and_words_are_many_and_seldom_together_the_fewer_are_read(opened, monkeypatch):
    cases = [opened("No abre" if place % 3 else "Otra cosa") for place in range(9)]
    few = Ticket.objects.filter(pk__in=[case.pk for case in cases[::3]])
    monkeypatch.setattr(among, "EFFORT", MILLION)

    assert find("abre", few) == []
    assert find("cosa", few) == [case.pk for case in reversed(cases[::3])]
    assert find("abre", Ticket.objects.filter(pk=cases[1].pk)) == [cases[1].pk]
