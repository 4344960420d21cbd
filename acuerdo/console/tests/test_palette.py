"""The palette: what it finds, for whom, and what it costs; single keys can be switched off."""

import pytest
from django.urls import reverse

from acuerdo.automation.models import Macro
from acuerdo.config.administration import MENU
from acuerdo.console.views.going import ADMINISTERING, GOING
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.models import SavedView

pytestmark = pytest.mark.django_db
PALETTE = "/console/paleta/"
#: With a case at hand and words that many kinds have.
QUERIES = 16


def groups(response) -> dict[str, list[str]]:
    return {group.label: [plain(item.label) for item in group.items] for group in response.context["groups"]}


def plain(label) -> str:
    return str(label).replace("<mark>", "").replace("</mark>", "")


def test_it_finds_cases_customers_people_views_and_where_to_go(signed_in, open_case, agent, clinic):
    case = open_case("La clínica no oye el altavoz")
    SavedView.objects.create(name="Clínicas de diciembre", query="?q=clinica", person=agent)

    found = groups(signed_in.get(PALETTE, {"q": "clinica"}))

    assert found["Casos"] == [f"#{case.number} La clínica no oye el altavoz"]
    assert found["Clientes"] == ["Clínica Santa Aurelia"]
    assert found["Vistas"] == ["Clínicas de diciembre"]
    assert groups(signed_in.get(PALETTE, {"q": "tareas"}))["Ir a"] == ["Mis tareas"]
    assert groups(signed_in.get(PALETTE, {"q": "marce"}))["Personas"] == ["Marcela Ibarra"]
    assert groups(signed_in.get(PALETTE, {"q": "diana@santa"}))["Personas"] == ["Diana Lozano"]


def test_what_was_typed_is_marked_whatever_its_accents(signed_in, clinic):
    assert "<mark>Clí</mark>nica Santa Aurelia" in signed_in.get(PALETTE, {"q": "cli"}).content.decode()


def test_what_is_found_is_never_taken_for_markup(signed_in, open_case):
    open_case("<script>alert(1)</script> roto")

    page = signed_in.get(PALETTE, {"q": "roto", "parte": "1"}).content.decode()

    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_at_a_case_it_offers_what_can_be_done_to_it(signed_in, open_case):
    case = open_case()

    found = groups(signed_in.get(PALETTE, {"caso": case.number}))[f"Para el caso #{case.number}"]

    assert found[:3] == ["Responder al cliente", "Nota interna", "Asignar"]
    page = signed_in.get(PALETTE, {"caso": case.number, "q": "asignar", "parte": "1"}).content.decode()
    assert f'href="{reverse("tickets:assignment", args=[case.number])}"' in page
    assert f'data-verb="{case.number}"' in page


def test_with_nothing_typed_what_the_browser_remembers_comes_first(signed_in, open_case, agent, by):
    first, second, mine = open_case("Uno"), open_case("Dos"), open_case("Mío")
    assign(mine.pk, to=agent, by=by, at=mine.opened_at)

    seen = groups(signed_in.get(PALETTE, {"recientes": f"{second.number},{first.number},{second.number},x,999999999,-1"}))

    assert next(iter(seen.items())) == ("Vistos hace poco", [f"#{second.number} Dos", f"#{first.number} Uno"])
    assert next(iter(groups(signed_in.get(PALETTE)).items())) == ("Sus casos", [f"#{mine.number} Mío"])


@pytest.mark.parametrize(("typed", "label"), [("#altavoz", "Casos"), ("@diana", "Personas"), ("/saludo", "Respuestas guardadas")])
def test_a_sign_asks_for_one_kind(signed_in, open_case, agent, typed, label):
    open_case("Altavoz")
    Macro.objects.create(title="Saludo", text="Buenos días", owner=agent)

    assert list(groups(signed_in.get(PALETTE, {"q": typed}))) == [label]


def test_nobody_is_offered_what_they_may_not_do(client, person_of, open_case):
    case = open_case()
    client.force_login(person_of("auditor"))

    found = groups(client.get(PALETTE, {"caso": case.number}))

    assert f"Para el caso #{case.number}" not in found
    assert "Nuevo caso" not in found["Ir a"]
    assert "Supervisión" in found["Ir a"]
    assert groups(client.get(PALETTE, {"q": "/"})) == {}


@pytest.mark.parametrize(
    "query", [{"q": "\x00"}, {"q": "'%_\\" * 60}, {"q": "#"}, {"q": "@ "}, {"caso": "9" * 400}, {"recientes": "," * 900}]
)
def test_whatever_is_typed_is_answered(signed_in, open_case, query):
    open_case()

    assert signed_in.get(PALETTE, query).status_code == 200
    assert signed_in.get(PALETTE, {**query, "parte": "1"}).status_code == 200


def test_it_costs_the_same_whatever_is_found(signed_in, open_case, clinic, django_assert_max_num_queries):
    cases = [open_case(f"Clínica {n}") for n in range(8)]
    recent = ",".join(str(case.number) for case in cases)

    with django_assert_max_num_queries(QUERIES):
        signed_in.get(PALETTE, {"q": "clinica", "caso": cases[0].number, "parte": "1"})
    with django_assert_max_num_queries(QUERIES):
        signed_in.get(PALETTE, {"caso": cases[0].number, "recientes": recent, "parte": "1"})


def test_the_results_alone_are_options_of_a_listbox_and_the_page_is_plain_links(signed_in, open_case):
    open_case("Altavoz")

    part, page = (signed_in.get(PALETTE, {"q": "altavoz", **more}).content.decode() for more in ({"parte": "1"}, {}))

    assert 'role="option"' in part
    assert "<html" not in part
    assert 'class="opt" role="option"' not in page
    assert "1 resultado" in page


def test_single_keys_are_switched_off_and_on_by_each_reader(signed_in):
    assert 'data-keys="off"' not in signed_in.get("/console/").content.decode()

    response = signed_in.post(reverse("people:keys"), {"teclas": "no", "next": "/console/"})
    assert (response.status_code, response["Location"]) == (303, "/console/")
    assert 'data-keys="off"' in signed_in.get("/console/").content.decode()

    signed_in.post(reverse("people:keys"), {"teclas": "", "next": "https://evil.example/"})
    assert 'data-keys="off"' not in signed_in.get("/console/").content.decode()


def test_a_verb_is_found_by_the_words_of_its_dialog_too(signed_in, open_case):
    case = open_case()
    found = groups(signed_in.get(PALETTE, {"caso": case.number, "q": "etiquetas"}))
    assert found[f"Para el caso #{case.number}"] == ["Etiquetar"]


def test_every_page_of_the_administration_is_found_by_who_may_be_there_and_by_nobody_else(client, signed_in, person_of):
    assert {entry.url for entry in MENU} <= {name for _words, name, *_more in (*GOING, *ADMINISTERING)}
    assert "Ir a" not in groups(signed_in.get(PALETTE, {"q": "buzones"}))
    client.force_login(person_of("admin"))
    assert groups(client.get(PALETTE, {"q": "buzones"}))["Ir a"] == ["Buzones"]
    assert "Buzones" not in groups(client.get(PALETTE))["Ir a"], "before anything is typed the list is short"
