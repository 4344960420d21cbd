"""Cases that open by themselves: on their days, once, in their customer's name."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.automation.actions import open_due as opening
from acuerdo.automation.actions.open_due import open_due
from acuerdo.automation.actions.save_recurring import save_recurring
from acuerdo.automation.models import Occurrence, Recurring
from acuerdo.tickets.models import Ticket

pytestmark = pytest.mark.django_db
#: Monday 14 December 2026; 8:00 in Bogotá is 13:00 UTC.
MONDAY = date(2026, 12, 14)
EIGHT = datetime(2026, 12, 14, 13, tzinfo=UTC)


@pytest.fixture
def weekly(diana, by):
    values = {
        "subject": "Revisión semanal", "text": "Revisar respaldos", "contact": diana, "assignee": None, "facts": {"priority": "bajo"},
        "every": 1, "unit": "weeks", "day": 0, "closed": "next", "starts_on": MONDAY, "at": time(8), "is_active": True,
    }  # fmt: skip
    return save_recurring(None, values, today=MONDAY - timedelta(days=3), by=by, at=EIGHT - timedelta(days=3))


def again(weekly, by, today, **changes) -> None:
    values = {name: getattr(weekly, name) for name in ("subject", "is_active")}
    save_recurring(weekly.pk, {**values, **changes}, today=today, by=by, at=datetime.combine(today, time(12), UTC))


def test_it_opens_at_its_hour_and_once(weekly, diana):
    assert open_due(at=EIGHT - timedelta(minutes=1)) == []
    opened = open_due(at=EIGHT)
    assert open_due(at=EIGHT) == open_due(at=EIGHT + timedelta(days=1)) == []

    [ticket] = opened
    ticket = Ticket.objects.get(pk=ticket.pk)
    assert (ticket.subject, ticket.contact, ticket.facts["priority"]) == ("Revisión semanal", diana, "bajo")
    assert ticket.clocks.exists()


def test_its_case_is_whose_it_says(weekly, by, agent):
    again(weekly, by, MONDAY - timedelta(days=2), assignee=agent)

    open_due(at=EIGHT)
    assert Ticket.objects.get().assignee == agent


def test_days_that_were_missed_while_nothing_ran_are_not_lost(weekly):
    assert len(open_due(at=EIGHT + timedelta(days=14))) == 3
    assert list(Occurrence.objects.order_by("due_on").values_list("due_on", flat=True)) == [
        MONDAY + timedelta(days=7 * n) for n in range(3)
    ]


def test_one_that_cannot_be_opened_keeps_no_other_waiting(weekly, diana, by, monkeypatch):
    values = {name: getattr(weekly, name) for name in ("text", "contact", "every", "unit", "day", "closed", "starts_on", "at", "is_active")}
    other = {**values, "subject": "Otra revisión", "assignee": None, "facts": {}}
    save_recurring(None, other, today=MONDAY - timedelta(days=3), by=by, at=EIGHT - timedelta(days=3))
    whole = opening.open_for

    def choosy(recurring, *said, **how):
        if recurring.pk == weekly.pk:
            raise RuntimeError
        return whole(recurring, *said, **how)

    with monkeypatch.context() as patch:
        patch.setattr(opening, "open_for", choosy)
        assert [ticket.subject for ticket in open_due(at=EIGHT)] == ["Otra revisión"]
    assert [ticket.subject for ticket in open_due(at=EIGHT)] == ["Revisión semanal"]


def test_after_a_rest_the_days_of_the_rest_are_not_opened(weekly, by):
    again(weekly, by, MONDAY - timedelta(days=1), is_active=False)
    assert open_due(at=EIGHT + timedelta(days=8)) == []
    again(weekly, by, MONDAY + timedelta(days=8), is_active=True)

    assert open_due(at=EIGHT + timedelta(days=8)) == []
    assert len(open_due(at=EIGHT + timedelta(days=14))) == 1


def test_the_next_five_dates_are_said_in_words_around_a_holiday(client, person_of, weekly):
    client.force_login(person_of("admin"))
    page = client.get(reverse("automation:schedules"))

    assert "Cada lunes a las 8:00; si ese día no se atiende, pasa al día hábil siguiente" in page.text
    assert len(page.context["lines"][0].days) == 5
    assert "martes 12 de enero" in page.text  # Monday 11 January 2027 is Reyes
    assert "por el 11 ene 2027" in page.text


def test_one_is_written_down_and_changed(client, person_of, diana):
    client.force_login(person_of("admin"))
    said = {
        "subject": "Informe", "text": "Preparar el informe", "email": diana.email, "every": "3", "unit": "months", "month_day": "31",
        "weekday": "0", "closed": "previous", "starts_on": "2026-12-01", "at": "07:30", "assignee": "", "is_active": "on",
    }  # fmt: skip
    assert client.post(reverse("automation:schedule_new"), {**said, "month_day": ""}).status_code == 422
    assert client.post(reverse("automation:schedule_new"), {**said, "email": "nadie@nadie.example"}).status_code == 422
    client.post(reverse("automation:schedule_new"), said)

    made = Recurring.objects.get()
    assert (made.day, made.contact, made.not_before) == (31, diana, timezone.now().astimezone(timezone.get_default_timezone()).date())
    client.post(reverse("automation:schedule", args=[made.pk]), {**said, "unit": "business-days", "every": "5"})
    assert "Cada 5 días hábiles a las 7:30" in client.get(reverse("automation:schedules")).text


def test_what_is_shown_of_one_can_be_sent_again_as_it_is(client, person_of, weekly):
    client.force_login(person_of("admin"))
    page = client.get(reverse("automation:schedule", args=[weekly.pk]))
    shown = {box.html_name: box.value() for box in page.context["form"]}

    sent = client.post(
        reverse("automation:schedule", args=[weekly.pk]), {name: value for name, value in shown.items() if value not in (None, "")}
    )

    assert sent.status_code == 302
    assert Recurring.objects.get().day == weekly.day == 0


def test_a_new_one_begins_today_and_offers_the_customers_people_by_name(client, person_of, diana):
    client.force_login(person_of("admin"))
    page = client.get(reverse("automation:schedule_new"))

    today = timezone.now().astimezone(timezone.get_default_timezone()).date()
    assert (page.context["form"]["starts_on"].value(), page.context["form"]["month_day"].value()) == (today, today.day)
    assert f'<option value="{diana.email}">{diana.name}' in page.text
