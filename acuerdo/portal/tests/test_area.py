"""Mi área: groups, tabs, search, pages."""

from datetime import timedelta

import pytest
from django.urls import reverse

from acuerdo.core.tickets import Status
from acuerdo.events.events import Actor
from acuerdo.files.actions.store import store
from acuerdo.people.access import as_actor
from acuerdo.portal.queries import area as listing
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.approve import ask
from acuerdo.tickets.actions.decide import approve
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.actions.tag import tag
from acuerdo.tickets.models import Approval


def area(browser, **query):
    return browser.get("/mi-area/", query).content.decode()


@pytest.fixture
def small_pages(monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 2)


def test_what_waits_for_the_customer_stands_first_with_what_was_promised(case, open_case, agent, dianas, at):
    other = open_case("La grabación se corta", at=at)
    answer(other.pk, "¿Un ejemplo?", by=as_actor(agent), at=at + timedelta(hours=1), then=Status.WAITING_CUSTOMER)

    shown = area(dianas)

    assert shown.index("La grabación se corta") < shown.index("Estamos trabajando") < shown.index("El IVR no transfiere")
    assert "Detenido. Si responde ahora" in shown
    assert "Falta asignarle una persona" in shown


def test_own_cases_have_a_tab(case, colleague, open_case, dianas, at):
    open_case("Uno de Jorge", contact=colleague, at=at)

    assert "Uno de Jorge" in area(dianas)
    assert "Lo reportó Jorge Páez" in area(dianas)
    assert "Uno de Jorge" not in area(dianas, ver="mios")


def test_closed_cases_are_apart_and_say_how_they_ended(case, solution, diana, dianas, at):
    approve(case.pk, solution.pk, by=Actor("contact", diana.pk, diana.name), at=at + timedelta(hours=30))

    assert case.subject not in area(dianas)
    shown = area(dianas, ver="cerrados")
    assert case.subject in shown
    assert "Se aprobó la solución" in shown


@pytest.mark.parametrize("words", ["IVR", "ivr", "Diana", "{number}", "#{number}"])
def test_search_finds_by_word_person_and_number(words, case, dianas):
    assert case.subject in area(dianas, buscar=words.format(number=case.number))


@pytest.mark.parametrize("words", ["nada de esto", "9" * 40, "%", "'; --"])
def test_search_without_a_match_says_what_to_do(words, case, dianas):
    assert "No hay casos con esas palabras" in area(dianas, buscar=words)


def test_lists_go_on_by_key_without_repeating_or_losing_a_case(small_pages, open_case, dianas, at):
    subjects = [f"Caso número {n}" for n in range(5)]
    for n, subject in enumerate(subjects):
        open_case(subject, at=at + timedelta(minutes=n))

    assert seen_in(dianas, subjects) == sorted(subjects)


def test_closed_cases_go_on_by_key_too(small_pages, open_case, solve_it, diana, dianas, at):
    subjects = [f"Caso número {n}" for n in range(5)]
    for n, subject in enumerate(subjects):
        case = open_case(subject, at=at + timedelta(minutes=n))
        delivered = solve_it(case, at=at + timedelta(hours=1))
        approve(case.pk, delivered.pk, by=Actor("contact", diana.pk, diana.name), at=at + timedelta(hours=2))

    assert seen_in(dianas, subjects, ver="cerrados") == sorted(subjects)


def seen_in(browser, subjects, **query):
    """Every subject met while following «Mostrar más», in a sorted list."""
    seen = []
    for _page in range(len(subjects) + 1):
        response = browser.get("/mi-area/", query)
        seen += [row.subject for group in response.context["groups"] for row in group["rows"]]
        more = [group["more"] for group in response.context["groups"] if group["more"]]
        if not more:
            break
        query = dict(pair.split("=") for pair in more[0].partition("?")[2].split("&"))
    return sorted(seen)


@pytest.mark.parametrize(
    "query",
    [
        {"ver": "x"},
        {"grupo": "x", "despues": "1"},
        {"grupo": "working", "despues": "a.b.c"},
        {"ver": "cerrados", "despues": "zz"},
        {"buscar": "\x00"},
    ],
)
def test_nonsense_in_the_address_is_the_first_page(query, case, dianas):
    assert dianas.get("/mi-area/", query).status_code == 200


def test_an_empty_area_says_what_comes(dianas):
    page = area(dianas)

    assert "Cuando reporte uno, aquí verá en qué va" in page
    assert page.partition("<main")[2].count("Reportar un caso") == 1


def test_the_page_costs_the_same_for_one_case_and_for_many(open_case, dianas, at, django_assert_num_queries):
    for n in range(12):
        open_case(f"Caso {n}", at=at)

    # the desk (3), session, person, contact, both groups, clocks, contract, manual, people, counts
    with django_assert_num_queries(11):
        area(dianas)


@pytest.mark.parametrize("words", ["sospecho", "balanceador", "moroso", "cliente-moroso", "oros"])
def test_what_the_desk_keeps_to_itself_finds_nothing(words, case, agent, dianas, at):
    note(case.pk, "Sospecho del balanceador", by=as_actor(agent), at=at + timedelta(hours=1))
    tag(case.pk, ["cliente-moroso"], by=as_actor(agent), at=at + timedelta(hours=2))

    assert case.subject not in area(dianas, buscar=words)
    assert case.subject in area(dianas, buscar="transfiere")


@pytest.mark.parametrize("words", ["facturacion", "facturaciones", "corta", '"desde ayer"', "captura_uno"])
def test_words_of_messages_and_files_find_a_case_in_spanish(words, open_case, dianas, at):
    files = (store(name="captura_uno.png", content_type="image/png", content=b"x"),)
    case = open_case("Error en la facturación", "Desde ayer se corta.", files=files, at=at)

    assert case.subject in area(dianas, buscar=words)


def test_a_search_looks_at_what_has_ended_too_after_what_is_open(case, solution, diana, dianas, open_case, at):
    approve(case.pk, solution.pk, by=Actor("contact", diana.pk, diana.name), at=at + timedelta(hours=30))
    open_case("El IVR repite el saludo", at=at)

    shown = area(dianas, buscar="ivr")

    assert shown.index("El IVR repite") < shown.index("El IVR no transfiere")
    assert "El IVR repite" not in area(dianas, buscar="ivr", ver="cerrados")


def test_another_organisations_cases_are_never_found(case, outsider, browser_of):  # PRO-042
    other = browser_of(outsider.person)

    for query in ({"buscar": "transfiere"}, {"buscar": str(case.number)}, {"persona": case.contact_id}, {"producto": ""}):
        assert case.subject not in area(other, **query)


def test_whose_turn_it_is_and_who_reported_can_be_asked_for(case, colleague, open_case, agent, diana, dianas, at):
    asked = open_case("La grabación se corta", at=at)
    answer(asked.pk, "¿Un ejemplo?", by=as_actor(agent), at=at + timedelta(hours=1), then=Status.WAITING_CUSTOMER)
    open_case("Uno de Jorge", contact=colleague, at=at)

    mine = area(dianas, turno="usted")
    assert "La grabación se corta" in mine
    assert case.subject not in mine
    assert "La grabación se corta" not in area(dianas, turno="nosotros")
    his = area(dianas, persona=colleague.pk)
    assert "Uno de Jorge" in his
    assert case.subject not in his
    assert "Quitar filtros" in his
    assert "Ningún caso es así" in area(dianas, persona=colleague.pk, turno="usted")


def test_a_line_leads_to_what_is_asked_and_says_why_the_date_is_so(case, solve_it, open_case, diana, dianas, at):
    shown = area(dianas)
    assert "Por su acuerdo: «" in shown

    done = open_case("La grabación se corta", at=at)
    delivered = solve_it(done, at=at + timedelta(hours=1))
    assert f'href="{reverse("portal:case", args=[done.number])}#turn"' in area(dianas)
    approve(done.pk, delivered.pk, by=Actor("contact", diana.pk, diana.name), at=at + timedelta(hours=2))
    assert f'href="{reverse("portal:case", args=[done.number])}#ask"' in area(dianas, ver="cerrados")


def test_a_quote_that_waits_for_the_customer_stands_with_what_is_theirs(case, agent, dianas, at):
    ask(case.pk, Approval.Kind.QUOTE, of="Diana", text="Migrar el IVR", by=as_actor(agent), at=at + timedelta(hours=1), amount="$ 1")

    shown = dianas.get("/mi-area/")

    assert [group["name"] for group in shown.context["groups"] if group["rows"]] == ["yours"]
    assert "Ver la propuesta y responder" in shown.text
    its = dianas.get(reverse("portal:case", args=[case.number]))
    assert (its.context["turn"].kind, its.context["turn"].to) == ("turn", "#work")
    assert "Estamos trabajando" not in its.text
    assert "Le enviamos una propuesta. Díganos si la aprueba." in its.text


def test_a_quote_has_one_button_and_each_of_several_its_own(case, agent, dianas, at):
    for number, kind in enumerate((Approval.Kind.QUOTE, Approval.Kind.CUSTOMER), start=1):
        ask(case.pk, kind, of="Diana", text="Migrar el IVR", by=as_actor(agent), at=at + timedelta(hours=number))
        main = dianas.get(reverse("portal:case", args=[case.number])).text.split("<main")[1]

        pages = [reverse("portal:approval", args=[case.number, one.pk]) for one in case.approvals.order_by("pk")]
        assert [main.count(f'href="{page}"') for page in pages] == [1] * number
        assert main.count('href="#work"') == number - 1
