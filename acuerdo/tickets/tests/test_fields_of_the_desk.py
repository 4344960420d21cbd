"""Answers to the desk's own questions on a case: checked by kind, kept when the question goes, asked for before a solution; departments."""

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.agreements.models import CustomField
from acuerdo.customers.models import Product
from acuerdo.events.models import Event
from acuerdo.people.models import Team
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.models import RoutingRule, Ticket
from acuerdo.tickets.tests.other_manuals import govern_by
from acuerdo.tickets.tests.verbs import again, post

pytestmark = pytest.mark.django_db
Kind = CustomField.Kind


@pytest.fixture
def case(open_case):
    return open_case(at=timezone.now())


def asked(name="sede", **values):
    return CustomField.objects.create(name=name, label=name.title(), **values)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (Kind.TEXT, "Norte", "x" * 2001),
        (Kind.NUMBER, "12.50", "doce"),
        (Kind.DATE, "2026-11-20", "2026-02-30"),
        (Kind.CHOICE, "Norte", "Oeste"),
        (Kind.BOOLEAN, "si", "tal vez"),
    ],
)
def test_an_answer_is_of_its_kind_and_a_wrong_one_comes_back_as_typed(signed_in, case, kind, right, wrong):
    asked(kind=kind, choices=["Norte", "Sur"])

    refused = post(signed_in, "fields", case, **{"x-sede": wrong})
    assert (refused.status_code, again(case).extra) == (422, {})
    if kind not in {Kind.CHOICE, Kind.BOOLEAN}:
        assert wrong in refused.text

    post(signed_in, "fields", case, **{"x-sede": right})
    assert again(case).extra == {"sede": right}
    event = Event.objects.get(kind="ticket.fields")
    assert (event.facts["fields"], event.detail.content["after"]) == (["sede"], {"sede": right})


def test_an_answer_is_taken_away_and_the_same_one_again_changes_nothing(signed_in, case):
    asked()
    for said in ("Norte", "Norte", ""):
        post(signed_in, "fields", case, **{"x-sede": said})

    assert again(case).extra == {}
    assert Event.objects.filter(kind="ticket.fields").count() == 2


def test_answers_to_what_is_asked_no_more_stay_and_are_shown_by_their_question(signed_in, case):
    old = asked("sede")
    asked("piso")
    post(signed_in, "fields", case, **{"x-sede": "Norte"})
    CustomField.objects.filter(pk=old.pk).update(is_active=False)

    post(signed_in, "fields", case, **{"x-piso": "3", "x-sede": "Sur"})

    assert again(case).extra == {"sede": "Norte", "piso": "3"}
    page = signed_in.get(reverse("console:case", args=[case.number])).text
    assert "<dt>Sede</dt><dd>Norte</dd>" in page


def test_an_option_that_is_offered_no_more_stays_where_it_was_chosen(signed_in, case):
    field = asked(kind=Kind.CHOICE, choices=["Norte", "Sur"])
    post(signed_in, "fields", case, **{"x-sede": "Sur"})
    CustomField.objects.filter(pk=field.pk).update(choices=["Norte", "Este"])

    assert '<option value="Sur" selected>' in signed_in.get(reverse("tickets:fields", args=[case.number])).text
    post(signed_in, "fields", case, **{"x-sede": "Sur"})

    assert again(case).extra == {"sede": "Sur"}


def test_days_and_yes_or_no_are_shown_in_words(signed_in, case):
    asked("visita", kind=Kind.DATE)
    asked("urgente", kind=Kind.BOOLEAN)
    Ticket.objects.filter(pk=case.pk).update(extra={"visita": "2026-12-04", "urgente": "si"})

    page = signed_in.get(reverse("console:case", args=[case.number])).text

    assert "<dd>Sí</dd>" in page
    assert "<dd>viernes 4 de diciembre</dd>" in page


def test_what_the_desk_must_answer_is_asked_for_before_the_solution(signed_in, case, agent, by):
    asked(required_for="solution")
    assign(case.pk, agent, by=by, at=timezone.now())
    told = {"text": "Ya transfiere.", "evidence-solucion": "Se corrigió el plan"}

    refused = post(signed_in, "solution", case, **told)
    assert (refused.status_code, "Sede" in refused.text) == (422, True)
    assert again(case).resolved_at is None

    post(signed_in, "fields", case, **{"x-sede": "Norte"})
    post(signed_in, "solution", case, **told)
    assert again(case).resolved_at is not None


def test_a_question_of_another_type_is_neither_asked_nor_taken(signed_in, case):
    asked(type="otro-tipo")

    assert 'name="x-sede"' not in signed_in.get(reverse("tickets:fields", args=[case.number])).text
    post(signed_in, "fields", case, **{"x-sede": "Norte"})

    assert again(case).extra == {}


@pytest.mark.parametrize("role", ["auditor", "customer"])
def test_only_who_works_here_answers(client, person_of, case, role):
    asked()
    client.force_login(person_of(role))

    assert post(client, "fields", case, **{"x-sede": "Norte"}).status_code == 403
    assert again(case).extra == {}


def test_a_case_goes_to_its_departments_team_when_it_comes_and_when_it_is_chosen(signed_in, open_case, case):  # PRO-052
    sales = Team.objects.create(slug="comercial", name="Comercial")
    RoutingRule.objects.create(department="Comercial", team=sales)

    assert open_case("Precio", at=timezone.now(), extra={"department": "Comercial"}).team == sales
    post(signed_in, "fields", case, **{"x-department": "Comercial"})

    assert again(case).team == sales
    assert Event.objects.get(kind="ticket.team_set", subject_id=case.pk).facts["rule"] is True


def test_a_department_chosen_later_takes_no_case_from_whoever_has_it(signed_in, case, agent, by):
    RoutingRule.objects.create(department="Comercial", team=Team.objects.create(slug="comercial", name="Comercial"))
    assign(case.pk, agent, by=by, at=timezone.now())

    post(signed_in, "fields", case, **{"x-department": "Comercial"})

    assert (again(case).team, again(case).assignee, again(case).extra) == (None, agent, {"department": "Comercial"})


def test_a_product_goes_to_the_team_the_desk_gave_it_before_the_one_the_manual_names(desk, open_case):  # DIG-008
    govern_by("digitalware")
    Team.objects.create(slug="kactus", name="Soporte KACTUS")
    own = Team.objects.create(slug="propio", name="Los de KACTUS")
    Product.objects.update_or_create(slug="kactus", defaults={"name": "KACTUS", "team": own})

    assert open_case("Nómina", at=timezone.now(), proposed={"product": "kactus"}).team == own


def test_a_request_of_dig_goes_to_after_sales_whatever_its_product(desk, open_case):  # DIG-060, DIG-A19
    govern_by("digitalware")
    Team.objects.create(slug="kactus", name="Soporte KACTUS")
    sales = Team.objects.create(slug="pv", name="Postventa")

    assert open_case("Un campo más", at=timezone.now(), proposed={"type": "requerimiento", "product": "kactus"}).team == sales
    assert open_case("Nómina", at=timezone.now(), proposed={"type": "incidente", "product": "kactus"}).team.slug == "kactus"
