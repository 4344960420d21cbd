"""The page of a case: what it tells, who sees it, what it costs."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from acuerdo.core.tickets import Status
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.actions.open import Report, take_report
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.actions.solve import solve

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(open_case):
    return open_case(at=ago(hours=5), proposed={"priority": "critico"})


def ago(**time):
    return timezone.now() - timedelta(**time)


def page(client, case, query=""):
    return client.get(f"/console/casos/{case.number}/{query}")


def told(response) -> list[str]:
    """The sentences of the events, in their order."""
    return [event.words for item in response.context["timeline"] if hasattr(item, "events") for event in item.events]


@pytest.mark.parametrize("role", ["agent", "supervisor", "manager", "admin", "auditor"])
def test_the_desks_people_see_it(client, case, person_of, role):
    client.force_login(person_of(role))

    assert page(client, case).status_code == 200


def test_an_auditor_finds_nothing_to_press_but_the_proof(client, case, person_of):
    client.force_login(person_of("auditor"))

    shown = page(client, case)

    assert shown.context["forms"] is None
    assert re.findall('action="(/console/casos[^"]*)"', shown.text) == [f"/console/casos/{case.number}/prueba/"]


def test_its_own_customer_does_not_and_a_stranger_signs_in(client, case, diana):
    assert page(client, case)["Location"].startswith("/entrar/")
    client.force_login(diana.person)
    assert page(client, case).status_code == 403


def test_a_number_that_the_desk_does_not_have_is_not_found(signed_in, desk):
    assert signed_in.get("/console/casos/999999/").status_code == 404


def test_it_is_only_read(signed_in, case):
    assert signed_in.post(f"/console/casos/{case.number}/").status_code == 405


def test_a_message_without_words_says_so_instead_of_looking_broken(signed_in, case):
    case.messages.update(text="")

    assert '<div class="post__text"><span class="quiet">(sin texto)</span></div>' in page(signed_in, case).text
    assert "(sin texto)" in signed_in.get(f"/console/casos/{case.number}/vistazo/").text


def test_conversation_and_events_are_one_line_of_time(signed_in, case, agent, by):
    classify(case.pk, {"priority": "alto"}, by=by, at=ago(hours=4))
    assign(case.pk, agent, by=by, at=ago(hours=4))
    answer(case.pk, "¿Qué extensión?", by=by, at=ago(hours=3), then=Status.WAITING_CUSTOMER)
    note(case.pk, "Mirar el nodo 3", by=by, at=ago(hours=2))
    raise_level(case.pk, "segundo-nivel", reason="Requiere base de datos", by=by, at=ago(hours=1))

    shown = page(signed_in, case)

    assert [getattr(item, "kind", "hechos") for item in shown.context["timeline"]] == ["them", "hechos", "us", "hechos", "note", "hechos"]
    assert told(shown) == [
        f"Caso #{case.number} radicado por correo electrónico · clasificación provisional: Plan Empresarial, Incidente, Crítico",
        "Marcela Ibarra clasificó: Nivel de emergencia Alto (antes Crítico)",
        "Marcela Ibarra tomó el caso",
        "Marcela Ibarra lo pasó a «En seguimiento»",
        "Marcela Ibarra lo pasó a «Pendiente de cliente»",
        "Marcela Ibarra lo escaló a Segundo nivel: Requiere base de datos",
    ]


def test_clocks_are_drawn_and_say_why_in_the_manuals_words(signed_in, case, by):
    answer(case.pk, "Lo vemos.", by=by, at=ago(hours=3), then=Status.WAITING_CUSTOMER)

    response, solution = page(signed_in, case).context["panel"].clocks

    assert (response.printed, response.scope) == ("< 2 horas", "Plan Empresarial, Crítico")
    assert response.lane.pin_text.startswith("Respondió Marcela Ibarra")
    assert (solution.due_state, solution.due_detail) == ("if", "si responde ahora")
    assert solution.why_if.startswith("Si responde ahora, vencerá el ")


def test_their_arithmetic_is_laid_open_when_it_is_asked_for(signed_in, case, by):
    answer(case.pk, "Lo vemos.", by=by, at=ago(hours=3), then=Status.WAITING_CUSTOMER)
    address = f"/console/casos/{case.number}/calculo/"

    asked, whole, part = page(signed_in, case), signed_in.get(address), signed_in.get(f"{address}?parte")

    assert f'hx-get="{address}?parte"' in asked.text
    assert f'href="{address}"' in asked.text  # without script
    assert "Va en" not in asked.text
    assert [one.rows[-1].total for one in whole.context["counts"]] == ["2 h hábiles", "6 h hábiles"]
    assert "<title>" in whole.text
    assert "<title>" not in part.text
    assert part.text in whole.text


def test_their_arithmetic_is_on_paper_where_it_is_asked_for(signed_in, case):
    printed = page(signed_in, case, "imprimir/?notas=no&calculo=si")

    assert printed.text.count("Va en") == 2
    assert "Va en" not in page(signed_in, case, "imprimir/").text
    assert {'href="?calculo=si"', 'href="?notas=no"'} <= set(re.findall('href="[?][^"]*"', printed.text))


def test_what_the_customer_said_stands_beside_what_was_decided(signed_in, case, by):
    classify(case.pk, {"priority": "bajo"}, by=by, at=ago(hours=4))

    shown = page(signed_in, case)

    assert "cliente dijo Crítico" in shown.text
    assert [cell.words for cell in shown.context["printed"][0].cells if cell.mine] == ["< 2 días hábiles", "4 días hábiles"]


def test_one_goes_from_case_to_case_within_the_view_one_came_from(signed_in, case, open_case, agent, by):
    free = open_case("Sin responsable", at=ago(hours=4))
    mine = open_case("Mío", at=ago(hours=3))
    for each in (case, mine):
        assign(each.pk, agent, by=by, at=ago(minutes=5))

    assert page(signed_in, free).context["after"] in {case.number, mine.number} or page(signed_in, free).context["before"]
    assert {page(signed_in, case, "?de=mios").context["after"], page(signed_in, case, "?de=mios").context["before"]} == {mine.number, None}


def test_foreign_text_is_never_markup(signed_in, open_case):
    case = open_case("<script>alert(1)</script>", text="<img src=x onerror=alert(1)>", at=ago(hours=1))

    shown = page(signed_in, case).text

    assert "<script>alert(1)" not in shown
    assert "<img src=x" not in shown


def test_the_page_costs_the_same_for_a_short_case_as_for_a_long_one(signed_in, case, by, django_assert_num_queries):
    with django_assert_num_queries(QUERIES):
        page(signed_in, case)
    for minutes in range(20):
        answer(case.pk, f"Respuesta {minutes}", by=by, at=ago(hours=2) + timedelta(minutes=minutes))
        note(case.pk, "Nota", by=by, at=ago(hours=2) + timedelta(minutes=minutes))
    with django_assert_num_queries(QUERIES):
        page(signed_in, case)


#: Desk, session, person, case, log, what stands around it, messages, mails, their other cases, and all that the rail
#: shows. Whoever wrote in it is read with what they wrote; files, drafts, relatives and others who are there cost only where they are.
QUERIES = 10


def test_a_solved_case_shows_its_solution_with_its_evidence(signed_in, case, by):
    solve(case.pk, "Ya transfiere", evidence={"solucion": "Se corrigió el plan"}, by=by, at=ago(hours=1))

    shown = page(signed_in, case)

    assert "Qué se hizo para solucionarlo" in shown.text
    assert "Se corrigió el plan" in shown.text
    assert shown.context["chip"].words == "El cliente valida"


def test_a_case_of_this_very_second_is_shown(signed_in, open_case):
    case = open_case(at=timezone.now())

    assert len(page(signed_in, case).context["panel"].clocks) == 2


def test_what_it_follows_up_is_linked(signed_in, case, open_case, diana):
    report = Report(subject="Otra vez", text="Sigue", channel="email")
    match = match_sender(diana.email, timezone.now().date())
    follow_up = take_report(report, contact=diana, match=match, by=Actor("contact"), at=ago(hours=1), follows=case).ticket

    assert f'href="/console/casos/{case.number}/"' in page(signed_in, follow_up).text
    assert f'href="/console/casos/{follow_up.number}/"' in page(signed_in, case).text


def test_a_look_beside_the_queue_shows_clocks_and_the_last_word(signed_in, case, by, django_assert_num_queries):
    note(case.pk, "Mirar el nodo 3", by=by, at=ago(hours=1))

    with django_assert_num_queries(7):
        shown = signed_in.get(f"/console/casos/{case.number}/vistazo/")

    assert shown.context["last"].text == "Mirar el nodo 3"
    assert len(shown.context["panel"].clocks) == 2


def test_that_look_is_for_the_desks_people_only(client, case, diana, person_of):
    address = f"/console/casos/{case.number}/vistazo/"

    assert client.get(address)["Location"].startswith("/entrar/")
    client.force_login(diana.person)
    assert client.get(address).status_code == 403
    client.force_login(person_of("auditor"))
    assert client.get(address).status_code == 200
    assert client.get("/console/casos/999999/vistazo/").status_code == 404
    assert client.post(address).status_code == 405


def test_what_waiting_stops_is_said_by_the_manuals_names(signed_in, case, by):
    usual, waiting = page(signed_in, case).context["sendings"]
    assert (usual.words, waiting.words) == ("Enviar y seguir en atención", "Enviar y esperar al cliente")
    assert waiting.consequence == "Al esperar se detiene «Tiempo estimado solución»."

    solve(case.pk, "Ya", evidence={"solucion": "Sí"}, by=by, at=ago(hours=1))

    assert [each.words for each in page(signed_in, case).context["sendings"]] == ["Enviar", "Enviar, reabrir y esperar al cliente"]
