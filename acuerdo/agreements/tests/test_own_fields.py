"""The desk's own questions: written down and changed by its administrators, type by type (issue 5.5)."""

import pytest
from django.urls import reverse

from acuerdo.agreements.models import CustomField
from acuerdo.agreements.queries import answered, departments, fields_for
from acuerdo.core.agreements.tests.shipped import manual
from acuerdo.desks.queries import in_desk
from acuerdo.events.models import Event

pytestmark = pytest.mark.django_db
NEW, LIST = "/admin/campos/nuevo/", "/admin/campos/"
ASKED = {"label": "Número de sede", "kind": "text", "type": "", "order": "0", "is_active": "on"}


@pytest.fixture
def admin(client, person_of):
    client.force_login(person_of("admin", "Alba"))
    return client


@pytest.mark.parametrize("kind", CustomField.Kind.values)
def test_a_question_of_each_kind_is_written_down_with_its_short_name_and_logged(admin, kind):
    page = admin.post(NEW, {**ASKED, "kind": kind, "choices_text": "Norte\r\n Sur \nNorte\n\n"}, follow=True).text

    field = CustomField.objects.get()
    assert (field.name, field.kind, field.choices) == ("numero-de-sede", kind, ["Norte", "Sur"] if kind == "choice" else [])
    assert "«Número de sede» quedó guardada." in page
    assert Event.objects.filter(kind="field.kept", subject_id=field.pk).count() == 1


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"kind": "choice", "choices_text": "Norte\nNorte"}, "al menos dos opciones"),
        ({"label": "¿¡!?"}, "Use letras o números."),
        ({"label": ""}, "Falta un dato"),
        ({"type": "inventado"}, "Revise un dato"),
        ({"kind": "<b>"}, "Revise un dato"),
        ({"order": "-3"}, ""),
    ],
)
def test_what_cannot_be_asked_is_said_and_nothing_typed_is_lost(admin, sent, why):
    page = admin.post(NEW, {**ASKED, "hint": "La que está en el contrato", **sent})

    assert (page.status_code, CustomField.objects.exists()) == (422, False)
    assert why in page.text
    assert "La que está en el contrato" in page.text


def test_the_same_question_is_asked_of_two_types_but_not_twice_of_one(admin):
    admin.post(NEW, {**ASKED, "type": "incidente"})
    assert admin.post(NEW, {**ASKED, "type": "solicitud"}).status_code == 302
    again = admin.post(NEW, {**ASKED, "type": "incidente"})

    assert (again.status_code, "Ya hay una pregunta así para ese tipo." in again.text) == (422, True)
    assert CustomField.objects.count() == 2


def test_kind_type_and_short_name_stay_what_they_were_whatever_is_sent(admin):
    field = CustomField.objects.create(name="sede", label="Sede", kind="number", type="incidente")

    admin.post(reverse("agreements:field", args=[field.pk]), {**ASKED, "label": "Sede nueva", "kind": "date", "type": "solicitud"})

    field.refresh_from_db()
    assert (field.label, field.name, field.kind, field.type) == ("Sede nueva", "sede", "number", "incidente")


def test_what_is_asked_no_more_is_known_by_its_words_still(admin, desk):
    field = CustomField.objects.create(name="sede", label="Sede")
    sent = {name: value for name, value in {**ASKED, "label": "Sede"}.items() if name != "is_active"}

    admin.post(reverse("agreements:field", args=[field.pk]), sent)

    proware = manual("soporte")
    assert fields_for("incidente", proware) == []
    assert [one.label for one in answered(["sede"], "incidente", proware)] == ["Sede"]
    assert "ya no se pregunta" in admin.get(LIST).text


def test_a_type_is_asked_its_own_questions_and_those_of_all_in_their_order(desk):
    for name, kind, order in (("b", "", 2), ("a", "incidente", 1), ("c", "solicitud", 0)):
        CustomField.objects.create(name=name, label=name, type=kind, order=order)

    assert [one.name for one in fields_for("incidente", manual("soporte"))] == ["a", "b"]


def test_each_desk_asks_its_own(desk, other_desk):
    CustomField.objects.create(name="sede", label="Sede")

    with in_desk(other_desk.schema_name):
        assert fields_for("incidente", manual("digitalware")) == []


def test_departments_are_the_manuals_until_the_desk_has_a_field_of_its_own(desk):  # PRO-052
    assert departments(manual("proware")) == ["Soporte", "Comercial"]
    assert departments(manual("sgm")) == []
    assert [one.name for one in fields_for("incidente", manual("proware"))] == ["department"]

    CustomField.objects.create(name="department", label="Área", kind="choice", choices=["Cartera", "Soporte"])

    assert departments(manual("proware")) == ["Cartera", "Soporte"]
    assert [one.label for one in fields_for("incidente", manual("proware"))] == ["Área"]


@pytest.mark.parametrize("role", ["agent", "supervisor", "manager", "auditor"])
def test_only_administrators_decide_what_is_asked(client, person_of, role):
    client.force_login(person_of(role))

    assert [client.get(LIST).status_code, client.get(NEW).status_code, client.post(NEW, ASKED).status_code] == [403, 403, 403]
    assert not CustomField.objects.exists()
