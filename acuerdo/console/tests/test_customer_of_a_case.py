"""Whose a case is, at its side: what they have open, had last and said of it; folded as the person left it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.agreements.queries import agreement_of
from acuerdo.console.views.customer import customer_of
from acuerdo.satisfaction.models import Rating
from acuerdo.tickets.actions.close import cancel

pytestmark = pytest.mark.django_db
AT = timezone.now() - timedelta(days=3)


@pytest.fixture
def case(open_case):
    return open_case(at=AT)


def page(client, case):
    return client.get(reverse("console:case", args=[case.number]))


def rate(case, tone, at):
    faces = agreement_of(case.manual).survey.faces
    value = next(name for name, face in faces.items() if face.tone == tone)
    Rating.objects.create(ticket=case, closing=Rating.objects.count(), value=value, at=at)


def test_of_a_customer_with_more_cases_than_are_counted_it_says_so(signed_in, open_case, monkeypatch):
    cases = [open_case(f"Caso {n}", at=AT) for n in range(4)]
    assert "otros 3 abiertos" in page(signed_in, cases[3]).content.decode()

    monkeypatch.setattr("acuerdo.console.views.customer.COUNTED", 2)
    assert "otros 2+ abiertos" in page(signed_in, cases[3]).content.decode()


def test_it_names_the_last_five_and_counts_what_is_open_without_the_case_itself(signed_in, open_case, by):
    cases = [open_case(f"Caso {n}", at=AT + timedelta(minutes=n)) for n in range(8)]
    cancel(cases[6].pk, reason="Repetido", by=by, at=timezone.now())

    customer = page(signed_in, cases[7]).context["customer"]

    assert [one.number for one in customer.last] == [case.number for case in reversed(cases[2:7])]
    assert (customer.open, [one.is_open for one in customer.last]) == (6, [False, True, True, True, True])
    assert f"{len(signed_in.get(reverse('console:queue') + customer.query).context['bands'][0].rows)}" == "7"


def test_a_case_that_ends_while_its_page_is_made_leaves_no_fewer_than_none(case, by):
    cancel(case.pk, reason="Repetido", by=by, at=timezone.now())

    assert customer_of(case, agreement_of(case.manual)).open == 0


def test_another_customers_cases_are_not_theirs(signed_in, open_case, organisation_of, case):
    other = open_case("De otro", at=AT)
    other.organisation = organisation_of("Ferretería El Tornillo")
    other.save()

    assert page(signed_in, case).context["customer"].last == ()


def test_it_says_how_content_they_were_within_a_year(signed_in, case, open_case, by):
    before = open_case("Antes", at=AT)
    cancel(before.pk, reason="Repetido", by=by, at=AT)
    assert page(signed_in, case).context["content"] is None
    rate(before, "good", AT)
    rate(before, "bad", AT)
    rate(before, "good", AT - timedelta(days=400))

    assert page(signed_in, case).context["content"].words == "1 de 2 respuestas buenas"


@pytest.mark.parametrize(("cookie", "folded"), [("cliente.tareas", True), ("", False), ("<script>.x", False), ("." * 5000, False)])
def test_a_part_is_drawn_folded_as_this_person_left_it_and_nothing_else_is_read_of_the_cookie(signed_in, case, agent, cookie, folded):
    signed_in.cookies[f"acuerdo_plegado_{agent.pk}"] = cookie

    assert ('data-folds="cliente" data-folded' in page(signed_in, case).text) is folded
    signed_in.cookies[f"acuerdo_plegado_{agent.pk + 1}"] = "cliente"
    assert ('data-folds="cliente" data-folded' in page(signed_in, case).text) is folded
