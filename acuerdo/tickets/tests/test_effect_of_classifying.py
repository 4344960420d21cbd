"""What a classification would do to the promises is said before it is saved, and nothing is changed by asking."""

from datetime import timedelta

import pytest
from django.utils import timezone

from acuerdo.core.tickets import Status
from acuerdo.events.models import Event
from acuerdo.tickets.actions.answer import answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(open_case):
    return open_case(at=timezone.now() - timedelta(minutes=20), proposed={"priority": "bajo"})


def asked(client, case, **facts):
    said = {f"fact-{name}": value for name, value in facts.items()}
    path = f"/console/casos/{case.number}/clasificacion/efecto/"
    return client.post(path, {"key": "k", "seen": "1", **said}, headers={"hx-request": "true"})


def test_each_promise_is_told_before_and_after_and_nothing_changes(signed_in, case, django_assert_num_queries):
    events, facts = Event.objects.count(), dict(case.facts)
    with django_assert_num_queries(QUERIES):
        shown = asked(signed_in, case, priority="critico")

    lines = shown.context["effect"]["lines"]
    assert len(lines) == 2
    assert all(line.before and line.after and line.before != line.after and not line.stays for line in lines)
    assert "→" in shown.text
    case.refresh_from_db()
    assert (Event.objects.count(), case.facts) == (events, facts)


#: Desk and session (five), case, the rehearsal with its savepoint, and the log once more.
QUERIES = 23


def test_the_effect_is_what_saving_then_does(signed_in, case):
    foretold = asked(signed_in, case, priority="critico").context["effect"]["lines"]

    signed_in.post(f"/console/casos/{case.number}/clasificacion/", {"key": "k2", "seen": "9", "fact-priority": "critico", "reason": ""})
    panel = signed_in.get(f"/console/casos/{case.number}/").context["panel"]

    assert [line.after for line in foretold] == [clock.due_words for clock in panel.clocks]


def test_what_changes_nothing_says_so(signed_in, case):
    assert "Así no cambia nada." in asked(signed_in, case, priority="bajo").text


def test_a_paused_promise_is_told_as_if_it_went_on_now(signed_in, case, by):
    answer(case.pk, "¿Cuál?", by=by, at=timezone.now() - timedelta(minutes=5), then=Status.WAITING_CUSTOMER)

    assert any("si sigue ahora" in line.after for line in asked(signed_in, case, priority="critico").context["effect"]["lines"])


def test_without_script_the_form_comes_back_with_what_was_chosen_and_leads_to_saving(signed_in, case):
    shown = asked(signed_in, case, priority="critico").text

    assert f'action="/console/casos/{case.number}/clasificacion/"' in shown
    assert '<option value="critico" selected>' in shown


def test_a_value_that_the_manual_does_not_know_has_no_effect(signed_in, case):
    shown = asked(signed_in, case, priority="<b>")

    assert shown.status_code == 200
    assert shown.context["effect"] == {"lines": (), "refusal": "", "nothing": False, "clockless": False}


def test_it_is_for_who_works_on_cases(client, case, diana, person_of):
    client.force_login(person_of("auditor"))
    assert asked(client, case, priority="critico").status_code == 403
    client.force_login(diana.person)
    assert asked(client, case, priority="critico").status_code == 403
