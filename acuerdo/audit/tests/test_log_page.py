"""The page of the log: what a search finds, its pages, its exports and the proofs that are handed out."""

import csv
import io
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.audit.tests.pages import LOG, body
from acuerdo.desks.queries import in_desk
from acuerdo.events.models import Event, EventDetail
from acuerdo.tickets.actions.note import note


@pytest.mark.parametrize(
    ("search", "finds"),
    [
        ({"kind": "ticket.noted"}, 1),
        ({"text": "diana@santa"}, 1),
        ({"ip": "203.0.113.9"}, 1),
        ({"ip": "203.0.113.8"}, 0),
        ({"kind": "ticket.closed"}, 0),
    ],
)
def test_a_search_finds_by_each_of_its_fields(browser, open_case, by, search, finds):
    case = open_case(at=timezone.now())
    note(case.pk, "Nota", by=replace(by, ip="203.0.113.9"), at=timezone.now())
    page = body(browser("auditor").get(LOG, search))
    assert page.count('class="audit-entry"') == finds


def test_a_search_by_case_and_by_person_and_by_day(browser, open_case, by, agent):
    one, other = open_case(at=timezone.now()), open_case("Otro", at=timezone.now())
    note(other.pk, "Nota", by=by, at=timezone.now())
    auditor = browser("auditor")
    assert (
        body(auditor.get(LOG, {"case": one.number})).count('class="audit-entry"')
        == Event.objects.filter(subject_kind="ticket", subject_id=one.pk).count()
    )
    assert body(auditor.get(LOG, {"case": 999_999})).count('class="audit-entry"') == 0
    assert body(auditor.get(LOG, {"person": agent.pk})).count('class="audit-entry"') == 1
    assert body(auditor.get(LOG, {"until": "2020-01-31"})).count('class="audit-entry"') == 0


@pytest.mark.parametrize(
    "search", [{"since": "ayer"}, {"case": "x"}, {"person": "999999"}, {"since": "2026-02-01", "until": "2026-01-01"}, {"kind": "no"}]
)
def test_a_search_that_cannot_be_meant_is_said_to_be_none(browser, desk, search):
    response = browser("auditor").get(LOG, search)
    assert response.status_code == 200
    assert 'class="error"' in body(response)


@pytest.mark.parametrize("key", ["x", "2026-01-01_1", "_", "2026-01-01T00:00:00+00:00_99999999999999999999"])
def test_a_page_that_nobody_wrote_is_the_first(browser, desk, key):
    assert browser("auditor").get(LOG, {"antes": key}).status_code == 200


def test_pages_follow_each_other_without_a_gap_and_cost_the_same(browser, open_case, by, django_assert_num_queries):
    case = open_case(at=timezone.now() - timedelta(days=1))
    for number in range(120):
        note(case.pk, f"Nota {number}", by=by, at=timezone.now())
    auditor = browser("auditor")
    seen, url = [], LOG + f"?case={case.number}"
    while url:
        page = body(auditor.get(url))
        seen += [int(place.partition("]")[0]) for place in page.split(f"ticket {case.pk} [")[1:]]
        more = page.partition('<p class="more"><a class="act" href="')[2].partition('"')[0].replace("&amp;", "&")
        url = LOG + more if more else ""
    assert seen == list(range(Event.objects.filter(subject_kind="ticket", subject_id=case.pk).count(), 0, -1))
    with django_assert_num_queries(QUERIES):
        auditor.get(LOG)


#: Session, person, the period's entries, names, cases, the manual in force; the people of the form; and the console's rail.
QUERIES = 9


def test_an_export_is_all_that_was_found_and_is_recorded(browser, open_case, by):
    case = open_case(at=timezone.now())
    note(case.pk, "Nota", by=by, at=timezone.now())
    auditor = browser("auditor")
    lines = [json.loads(line) for line in body(auditor.post(LOG + "exportar/jsonl/", {"case": case.number})).splitlines()]
    assert [line["position"] for line in lines] == list(range(len(lines), 0, -1))
    assert lines[0]["words"] == "Nota interna"
    assert lines[-1]["detail"] == {"from": "diana@santa-aurelia.example"}

    rows = list(csv.DictReader(io.StringIO(body(auditor.post(LOG + "exportar/csv/", {"case": case.number})).removeprefix("\ufeff"))))
    assert [row["hash"] for row in rows] == [line["hash"] for line in lines]
    taken = Event.objects.filter(kind="audit.exported").order_by("position")
    assert [event.facts["format"] for event in taken] == ["jsonl", "csv"]
    assert taken[0].facts["search"]["case"] == case.number


def test_a_cell_that_begins_like_a_formula_runs_in_no_spreadsheet(browser, open_case, by):
    case = open_case(at=timezone.now())
    EventDetail.objects.create(event=note_of(case, by), salt="x", content={"ip": "=cmd|' /C calc'!A0"})
    rows = body(browser("auditor").post(LOG + "exportar/csv/", {"case": case.number}))
    assert "'=cmd|" in rows


def note_of(case, by):
    note(case.pk, "Nota", by=by, at=timezone.now())
    return Event.objects.filter(kind="ticket.noted").latest("pk")


def test_a_file_of_no_known_form_is_absent(browser, desk):
    assert browser("auditor").post(LOG + "exportar/xml/").status_code == 404


def test_another_desks_log_is_not_found(browser, desk, other_desk):
    with in_desk(other_desk.schema_name):
        assert Event.objects.exists()
    page = body(browser("auditor").get(LOG))
    assert page.count('class="audit-entry"') == Event.objects.filter(at__gte=timezone.now() - timedelta(days=30)).count()


def test_the_proof_is_handed_out_and_that_is_recorded(browser, open_case):
    case = open_case()
    response = browser("auditor").post(reverse("audit:proof", args=[case.number]))
    assert (response["Content-Type"], response.content[:2]) == ("application/zip", b"PK")
    assert Event.objects.get(kind="audit.proof_taken").facts["case"] == case.number


def test_the_customer_takes_their_copy(client, diana, open_case):
    case = open_case()
    client.force_login(diana.person)
    response = client.post(reverse("audit:customers_proof", args=[case.number]))
    assert response.status_code == 200
    assert Event.objects.get(kind="audit.proof_taken").facts["by_customer"] is True
