"""Finding a case: in Spanish, by parts of names and codes, in subjects, messages and files; the likeliest first."""

from datetime import timedelta

import pytest
from django.utils import timezone

from acuerdo.core.tickets.seeking import read_search
from acuerdo.customers.models import Contact, Organisation
from acuerdo.customers.queries import match_sender
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
from acuerdo.tickets.models import Findable, Ticket, findable
from acuerdo.tickets.models.findable import parts, words
from acuerdo.tickets.queries import find, of_contact

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


def test_a_search_costs_three_statements(opened, django_assert_num_queries):
    for _ in range(5):
        opened("No abre")

    with django_assert_num_queries(3):
        assert len(find("abre")) == 5


@pytest.mark.parametrize("typed", ["abre", "muñ", '"no abre"'])
def test_what_is_common_is_found_on_the_way_back_as_by_the_index(opened, monkeypatch, typed):
    cases = [opened("No abre" if place % 3 else "Óscar escribe de nuevo") for place in range(9)]
    sought = read_search(typed)
    wanted = (parts if sought.parts and typed == "muñ" else words)(sought)

    passed, named = Findable.objects.passing(wanted, 3, 0), Findable.objects.named(wanted, 3)

    assert list(passed) == list(named) != []
    everything = find(typed)
    monkeypatch.setattr(findable, "SAMPLE", 4)
    monkeypatch.setattr(findable, "latest", lambda: findable.Latest(cases[-1].pk, cases[-5].pk, 1_000))
    assert find(typed) == everything


def test_what_the_way_back_does_not_meet_the_index_still_names(opened, monkeypatch):
    old = [opened("No abre") for _ in range(3)]
    new = [opened("No abre")] + [opened("Otra cosa") for _ in range(3)]
    cases = [*old, *new]
    monkeypatch.setattr(findable, "SAMPLE", 4)
    monkeypatch.setattr(findable, "PATIENCE", 0)
    monkeypatch.setattr(findable, "latest", lambda: findable.Latest(cases[-1].pk, cases[-5].pk, 1_000_000))

    assert sorted(find("abre")) == sorted(case.pk for case in [*old, new[0]])
