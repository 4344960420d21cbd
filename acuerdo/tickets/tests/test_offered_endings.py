"""How a case may be ended: only what would be done is offered, and the rest is explained."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.close import is_theirs_to_close
from acuerdo.tickets.forms import CANCEL, ClosureForm
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.tests.other_manuals import govern_by
from acuerdo.tickets.tests.verbs import again

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken(open_case, agent, by):
    """A factory: a case of one of the manuals that somebody has."""

    def make(manual):
        govern_by(manual)
        case = open_case(at=timezone.now() - timedelta(hours=2))
        assign(case.pk, agent, by=by, at=timezone.now() - timedelta(hours=1))
        return again(case)

    return make


def form_for(case, person):
    return ClosureForm(ticket=case, agreement=agreement_for(case), person=person)


def reasons(form):
    return [value for value, _words in form.fields["closed_as"].choices]


def test_where_closing_is_left_to_the_customer_an_agent_is_offered_to_cancel_only_and_told_why(taken, signed_in):
    case = taken("digitalware")

    page = signed_in.get(reverse("tickets:closure", args=[case.number])).text

    assert 'value="anular"' in page
    assert 'value="duplicado"' not in page
    assert "Puede cerrarlo quien supervisa la mesa, o anularlo usted." in page


def test_who_watches_over_the_desk_is_offered_every_reason(taken, person_of):
    case, boss = taken("digitalware"), person_of("supervisor")

    assert reasons(form_for(case, boss)) == [*agreement_for(case).closure.reasons, CANCEL]


def test_after_the_customer_turned_a_proposal_down_the_agent_closes(taken, agent, diana):
    case = taken("digitalware")
    case.approvals.create(
        kind="customer", asked_at=case.opened_at, decision="rejected", decided_at=case.opened_at, decided_for=diana, reason="No"
    )

    assert is_theirs_to_close(case, agent)
    assert "duplicado" in reasons(form_for(case, agent))


def test_a_mutual_agreement_is_not_offered_but_pointed_at(taken, agent):
    form = form_for(taken("sgm"), agent)

    assert "mutuo-acuerdo" not in reasons(form)
    assert any("Cerrar de mutuo acuerdo" in str(why) for why in form.why_not)


def test_a_case_that_nobody_took_is_only_cancelled_and_it_says_so(open_case, agent):
    form = form_for(open_case(), agent)

    assert reasons(form) == [CANCEL]
    assert "Nadie lo ha tomado" in str(form.why_not[0])
