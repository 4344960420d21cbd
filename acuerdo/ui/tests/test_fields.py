"""What a form says of its fields reaches those who listen too (WCAG 2.2: 1.3.1, 3.3.1, 3.3.2)."""

import re
from pathlib import Path

import pytest
from django import forms
from django.template.loader import render_to_string

from acuerdo.ui.templatetags.fields import said_of

ROOT = Path(__file__).resolve().parents[2]
#: The two that draw errors for all others.
DRAWS = {"errors.html", "form_errors.html"}


class Trip(forms.Form):
    """One field of each kind of drawing."""

    name = forms.CharField(help_text="Como en su documento.")
    how = forms.ChoiceField(choices=(("bus", "Bus"), ("avion", "Avión")), widget=forms.RadioSelect, help_text="El más rápido.")
    days = forms.MultipleChoiceField(choices=(("lun", "Lunes"), ("mar", "Martes")), widget=forms.CheckboxSelectMultiple)
    agreed = forms.BooleanField(label="De acuerdo", help_text="Léalo antes.")


def drawn(form: forms.Form) -> str:
    fields = "".join(render_to_string("ui/field_any.html", {"field": field}) for field in form)
    return render_to_string("ui/form_errors.html", {"form": form}) + fields


def ids(page: str) -> list[str]:
    return re.findall(r'\sid="([^"]*)"', page)


@pytest.mark.parametrize("form", [Trip(), Trip({})], ids=["new", "refused"])
def test_what_a_box_says_it_is_described_by_stands_on_the_page_once(form: forms.Form) -> None:
    page = drawn(form)
    named = [name for names in re.findall(r'aria-describedby="([^"]*)"', page) for name in names.split()]

    assert len(named) == (7 if form.is_bound else 3)
    assert [name for name in named if ids(page).count(name) != 1] == []


def test_every_sentence_over_a_refused_form_leads_to_its_box() -> None:
    page = drawn(Trip({}))
    places = re.findall(r'<li><a href="#([^"]*)"', page)

    assert places == ["id_name", "id_how_0", "id_days_0", "id_agreed"]
    assert set(places) <= set(ids(page))


def test_what_would_be_said_of_any_box_is_listed_with_its_name() -> None:
    form = Trip({"how": "tren"})
    listed_of = [re.sub(r"<.*?>", "", one) for one in re.findall(r"<li>(.*?)</li>", drawn(form))]

    assert listed_of[0] == "Name: este campo es obligatorio."
    assert listed_of[1].startswith("Escoja una opción válida")


def test_a_box_drawn_by_hand_says_what_djangos_own_would() -> None:
    assert said_of(Trip({})["name"]) == ' aria-describedby="id_name_helptext id_name_error" aria-invalid="true"'
    assert said_of(Trip()["name"]) == ' aria-describedby="id_name_helptext"'


@pytest.mark.parametrize("template", sorted(ROOT.rglob("templates/**/*.html")), ids=lambda path: path.name)
def test_no_template_draws_an_error_where_no_box_says_so(template: Path) -> None:
    assert template.name in DRAWS or not re.search(r"for \w+ in [\w.]+\.errors %", template.read_text("utf-8"))
