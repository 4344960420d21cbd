"""Who may do something to a case: asked for every verb and every role."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from acuerdo.events.models import Event
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.forms import OFFERED, Occasion
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.tests.verbs import VERBS

pytestmark = pytest.mark.django_db


def happened(case) -> int:
    return Event.objects.filter(subject_kind="ticket", subject_id=case.pk).count()


@pytest.mark.parametrize("role", ["agent", "supervisor", "manager", "admin"])
@pytest.mark.parametrize("verb", VERBS)
def test_those_who_work_on_cases_may(client, case, person_of, role, verb):
    client.force_login(person_of(role, level="primer-nivel"))

    answer = client.post(reverse(f"tickets:{verb}", args=[case.number]), VERBS[verb])

    assert answer.status_code == 303
    assert answer["Location"] == reverse("console:case", args=[case.number])


@pytest.mark.parametrize("verb", VERBS)
def test_an_auditor_reads_and_does_nothing(client, case, person_of, verb):
    client.force_login(person_of("auditor"))
    before = happened(case)

    assert client.post(reverse(f"tickets:{verb}", args=[case.number]), VERBS[verb]).status_code == 403
    assert happened(case) == before


@pytest.mark.parametrize("verb", VERBS)
def test_the_customer_of_the_case_itself_may_not(client, case, diana, verb):
    client.force_login(diana.person)
    before = happened(case)

    assert client.post(reverse(f"tickets:{verb}", args=[case.number]), VERBS[verb]).status_code == 403
    assert happened(case) == before


@pytest.mark.parametrize("verb", VERBS)
def test_a_stranger_is_sent_to_sign_in(client, case, verb):
    answer = client.post(reverse(f"tickets:{verb}", args=[case.number]), VERBS[verb])

    assert answer.status_code == 302
    assert answer["Location"].startswith("/entrar/")


@pytest.mark.parametrize("verb", ["answers", "notes"])
def test_what_the_cases_own_page_sends_has_no_page_itself(client, case, agent, verb):
    client.force_login(agent)

    assert client.get(reverse(f"tickets:{verb}", args=[case.number])).status_code == 405


@pytest.mark.parametrize("form", OFFERED, ids=lambda form: form.name)
def test_a_verb_shows_its_form_while_it_can_be_done(client, case, person_of, form):
    supervisor = person_of("supervisor")  # to whom every verb is open
    client.force_login(supervisor)
    shown = client.get(reverse(f"tickets:{form.name}", args=[case.number]))

    if form.is_offered(Occasion(case, agreement_for(case), supervisor)):
        assert shown.status_code == 200
        assert 'id="verb-form"' in shown.text
        assert str(form.button) in shown.text
    else:
        assert shown["Location"] == reverse("console:case", args=[case.number])


@pytest.mark.parametrize("verb", ["terms", "correction"])
def test_an_agent_puts_no_times_right(client, case, agent, verb):
    client.force_login(agent)

    assert client.get(reverse(f"tickets:{verb}", args=[case.number])).status_code == 403


def test_a_verb_that_can_no_longer_be_done_leads_back_to_the_case(client, case, agent):
    cancel(case.pk, reason="Repetido", by=as_actor(agent), at=timezone.now())
    client.force_login(agent)

    assert client.get(reverse("tickets:level", args=[case.number]))["Location"] == reverse("console:case", args=[case.number])


@pytest.mark.parametrize("verb", VERBS)
def test_a_number_that_this_desk_does_not_have_is_not_found(client, agent, verb):
    client.force_login(agent)

    assert client.post(reverse(f"tickets:{verb}", args=[999_999]), VERBS[verb]).status_code == 404


def test_an_agent_of_another_desk_is_a_stranger_here(client, case, agent, other_desk):
    client.force_login(agent)
    session = client.cookies["acuerdo"].value

    stranger = Client(headers={"host": "other.localhost"})
    stranger.cookies["acuerdo"] = session
    answer = stranger.post(reverse("tickets:notes", args=[case.number]), VERBS["notes"])

    assert answer.status_code == 302
    assert answer["Location"].startswith("/entrar/")


def test_a_form_without_its_token_is_refused(case, agent):
    client = Client(enforce_csrf_checks=True)
    client.force_login(agent)

    assert client.post(reverse("tickets:notes", args=[case.number]), VERBS["notes"]).status_code == 403
