"""Columns of the queue: chosen, remembered, carried by a view; and what is little work."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo import manuals
from acuerdo.agreements.queries import agreement_of, current_version, read_text
from acuerdo.console.queries import View
from acuerdo.console.views.cells import little_effort
from acuerdo.console.views.columns import offered
from acuerdo.console.views.queue import ready_choices, with_ready
from acuerdo.people.models import Person
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.actions.tag import tag
from acuerdo.tickets.models import SavedView, Ticket

pytestmark = pytest.mark.django_db
MANUALS = Path(manuals.__file__).parent
QUEUE, COLUMNS = "/console/", "/console/columnas/"


@pytest.fixture
def case(open_case, agent, by):
    """A case with a tag and somebody to whom it belongs."""
    case = open_case("El IVR no transfiere", at=timezone.now() - timedelta(hours=3))
    assign(case.pk, agent, by=by, at=timezone.now() - timedelta(hours=2))
    return tag(case.pk, ["troncal"], by=by, at=timezone.now() - timedelta(hours=1))


def cells(page) -> dict[str, str]:
    """What each column says of the first case."""
    return {cell.column.name: cell.words for cell in page.context["bands"][0].rows[0].cells}


def test_nobody_has_chosen_anything_and_the_row_is_as_it_is_drawn(signed_in, case):
    page = signed_in.get(QUEUE)

    assert page.context["columns"] == ()
    assert "item--cols" not in page.text


def test_what_one_chooses_is_remembered_in_its_order(signed_in, agent, case):
    chosen = ["etiquetas", "asunto", "reloj.first_response", "dato.priority", "nada"]

    assert signed_in.post(COLUMNS, {"columna": chosen, "vistazo": "on"})["Location"] == QUEUE

    assert Person.objects.get(pk=agent.pk).queue == {"columns": chosen[:-1]}
    page = signed_in.get(QUEUE)
    assert [column.name for column in page.context["columns"]] == chosen[:-1]
    assert cells(page)["etiquetas"] == "troncal"
    assert cells(page)["reloj.first_response"].startswith(("Vence", "Venció"))
    assert 'id="peek"' in page.text


def test_every_column_that_is_offered_says_something_or_a_dash(signed_in, case):
    names = list(offered(agreement_of(current_version())))

    page = signed_in.get(QUEUE, {"columnas": " ".join(names)})

    assert list(cells(page)) == names
    assert cells(page)["numero"] == f"#{case.number}"
    assert cells(page)["responsable"] == case.assignee.name
    assert page.text.count('class="cell c-') >= 2 * len(names) - 2


def test_the_subject_is_always_there_and_nonsense_is_left_out(signed_in, case):
    page = signed_in.get(QUEUE, {"columnas": "plan <b> dato.nada reloj. plan"})

    assert list(cells(page)) == ["asunto", "plan"]
    signed_in.post(COLUMNS, {"columna": ["plan"]})
    assert [column.name for column in signed_in.get(QUEUE).context["columns"]] == ["asunto", "plan"]


def test_a_promise_that_was_kept_says_so(signed_in, case, by):
    solve(case.pk, "Ya", evidence={"solucion": "Sí"}, by=by, at=timezone.now() - timedelta(minutes=30))

    assert cells(signed_in.get(QUEUE, {"columnas": "reloj.resolution"}))["reloj.resolution"] in {"Cumplido", "Incumplido"}


def test_without_a_script_a_button_moves_a_column_and_nothing_is_kept_yet(signed_in, agent, case):
    said = {"orden": ["numero", "asunto", "plan"], "columna": ["numero", "asunto", "plan"], "sube": "plan"}

    page = signed_in.post(COLUMNS, said)

    assert [column.name for column, on in page.context["lines"] if on] == ["numero", "plan", "asunto"]
    assert Person.objects.get(pk=agent.pk).queue == {}


def test_one_goes_back_to_the_row_as_it_is_drawn_and_does_without_the_preview(signed_in, agent, case):
    signed_in.post(COLUMNS, {"columna": ["plan"], "resumen": "1"})

    assert Person.objects.get(pk=agent.pk).queue == {"peek": False}
    assert 'id="peek"' not in signed_in.get(QUEUE).text


def test_a_saved_view_carries_its_own_columns_and_leaves_ones_own_alone(signed_in, agent, case):
    signed_in.post(COLUMNS, {"columna": ["asunto", "plan"], "vistazo": "on"})
    kept = reverse("console:keep_view") + "?de=mios"
    signed_in.post(kept, {"nombre": "Sin columnas"})
    signed_in.post(kept, {"nombre": "Con columnas", "columnas": "on"})

    assert SavedView.objects.get(name="Sin columnas").query == "?de=mios"
    query = SavedView.objects.get(name="Con columnas").query
    assert query == "?de=mios&columnas=asunto+plan"
    changed = signed_in.post(COLUMNS + query, {"columna": ["asunto", "canal"], "vistazo": "on"})
    assert changed["Location"] == f"{QUEUE}?de=mios&columnas=asunto+canal"
    assert Person.objects.get(pk=agent.pk).queue == {"columns": ["asunto", "plan"]}


def test_columns_cost_no_more_statements(signed_in, case, django_assert_num_queries):
    names = " ".join(offered(agreement_of(current_version())))
    signed_in.get(QUEUE)

    # As the queue without any (test_queue.py), and whether somebody keeps the view that the address names.
    with django_assert_num_queries(9):
        signed_in.get(QUEUE, {"columnas": names})


def test_columns_are_of_the_desks_people_only(client, diana):
    client.force_login(diana.person)

    assert client.get(COLUMNS).status_code == client.post(COLUMNS, {"columna": ["plan"]}).status_code == 403


def test_little_effort_has_a_mark_and_a_ready_view_and_the_head_says_one_of_the_choices():
    marks = with_ready([("Abiertos", "", True)], [("Poco esfuerzo: de inmediato", "?dato.effort=poco", True)])

    assert [words for words, _query, on in marks if on] == ["Poco esfuerzo: de inmediato"]


@pytest.mark.parametrize(("effort", "said"), [("poco", "Poco: se resuelve de inmediato"), ("normal", ""), ("", "")])
def test_little_effort_is_the_first_value_of_the_manuals_field(effort, said):  # SGM-044
    sgm = read_text((MANUALS / "sgm.toml").read_text(encoding="utf-8"))

    assert little_effort(Ticket(facts={"effort": effort} if effort else {}), sgm) == said
    assert little_effort(Ticket(facts={"effort": "poco"}), read_text((MANUALS / "proware.toml").read_text(encoding="utf-8"))) == ""
    ready = ready_choices(View(), [sgm])
    assert [(query, on) for _words, query, on in ready] == [("?dato.effort=poco", False)]
