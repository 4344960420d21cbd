"""A customer's page hears of its own and its organisation's cases, and of nothing else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from acuerdo.people.context import topics_of
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.note import note

pytestmark = pytest.mark.django_db


def said_in(act) -> str:
    with CaptureQueriesContext(connection) as asked:
        act()
    return " ".join(query["sql"] for query in asked if "pg_notify" in query["sql"])


def test_a_contact_hears_of_their_own_and_their_organisations_cases(diana, colleague, outsider):  # PRO-042
    org = diana.organisation_id

    assert topics_of(diana.person) == (f"person-{diana.person.pk}", f"contact-{diana.pk}-*", f"customer-{org}-*")
    assert f"customer-{org}-*" in topics_of(colleague.person)
    assert not {f"customer-{org}-*", "tickets", "ticket-*"} & set(topics_of(outsider.person))


def test_somebody_who_is_nobodys_contact_or_of_no_organisation_hears_only_of_themselves(person_of, diana):
    nobody = person_of("customer")
    assert topics_of(nobody) == (f"person-{nobody.pk}",)
    diana.organisation = None
    diana.save()
    assert topics_of(diana.person) == (f"person-{diana.person.pk}", f"contact-{diana.pk}-*")


def test_an_answer_is_said_to_them_and_what_stays_inside_is_not(case, by, diana):
    at = timezone.now() - timedelta(hours=1)
    heard = f"customer-{diana.organisation_id}-{case.pk}"

    assert heard in said_in(lambda: answer(case.pk, "Ya lo vemos.", by=by, at=at))
    assert heard not in said_in(lambda: note(case.pk, "Solo para la mesa", by=by, at=at))


def test_the_page_listens_under_the_name_that_is_said(case, dianas, diana):
    name = f"customer-{diana.organisation_id}-{case.pk}"
    shown = dianas.get(f"/casos/{case.number}/").text

    assert f'hx-trigger="live:{name} from:body throttle:1s"' in shown
    assert f'<meta name="live-topics" content="{name}">' in shown
    assert 'hx-trigger="live from:body throttle:3s"' in dianas.get("/mi-area/").text


def test_what_is_written_on_the_page_is_no_part_of_what_is_fetched_again(case, dianas):
    shown = dianas.get(f"/casos/{case.number}/").text
    story = shown[shown.index('id="story"') : shown.index("</section>", shown.index('id="story"'))]

    assert "<textarea" not in story
