"""Stages inside a status, whom a case waits for, and work that is planned for a day."""

from datetime import date, timedelta

import pytest

from acuerdo.core.tickets import Status
from acuerdo.events.models import Event
from acuerdo.tickets.actions.change_status import NobodyAwaited, NoSuchStage, NotPlanned, Waits, change_status
from acuerdo.tickets.actions.wake_planned import wake_planned
from acuerdo.tickets.queries import folded
from acuerdo.tickets.tests.other_manuals import FRIDAY, govern_by
from acuerdo.tickets.tests.verbs import again

pytestmark = pytest.mark.django_db

MONDAY = FRIDAY + timedelta(days=3)


@pytest.fixture
def case(open_case):
    govern_by("sgm")
    return open_case(at=FRIDAY)


def test_a_stage_belongs_to_its_status_and_changes_no_clock(case, by):
    before = folded(case, MONDAY)

    change_status(case.pk, Status.IN_PROGRESS, stage="desarrollo", by=by, at=FRIDAY)

    assert again(case).stage == "desarrollo"
    assert [clock.due_at for clock in folded(case, MONDAY)] == [clock.due_at for clock in before]


def test_leaving_the_status_leaves_its_stage(case, by):
    change_status(case.pk, Status.IN_PROGRESS, stage="desarrollo", by=by, at=FRIDAY)

    change_status(case.pk, Status.WAITING_CUSTOMER, reason="Falta un dato", by=by, at=FRIDAY)

    assert again(case).stage == ""


def test_a_stage_of_another_status_is_refused(case, by):
    with pytest.raises(NoSuchStage):
        change_status(case.pk, Status.IN_PROGRESS, stage="cotizacion", by=by, at=FRIDAY)


def test_waiting_for_a_provider_says_for_whom_until_when_and_under_which_number(case, by):
    waits = Waits(whom="ETB", expected=date(2026, 11, 24), reference="INC-77")
    change_status(case.pk, Status.WAITING_PROVIDER, waits=waits, by=by, at=FRIDAY)
    assert again(case).waits == {"for": "ETB", "expected": "2026-11-24", "reference": "INC-77"}

    change_status(case.pk, Status.IN_PROGRESS, by=by, at=FRIDAY)

    assert again(case).waits == {}


def test_waiting_for_nobody_is_refused(case, by):
    with pytest.raises(NobodyAwaited):
        change_status(case.pk, Status.WAITING_PROVIDER, by=by, at=FRIDAY)


@pytest.mark.parametrize("planned", [None, FRIDAY - timedelta(minutes=1)])
def test_planned_work_needs_a_day_to_come(case, by, planned):
    with pytest.raises(NotPlanned):
        change_status(case.pk, Status.SCHEDULED, waits=Waits(planned=planned), by=by, at=FRIDAY)


def test_the_case_wakes_when_its_day_has_come_and_only_then(case, by):
    change_status(case.pk, Status.SCHEDULED, waits=Waits(planned=MONDAY), by=by, at=FRIDAY)
    assert wake_planned(at=MONDAY - timedelta(seconds=1), most=10) == 0

    assert wake_planned(at=MONDAY, most=10) == 1

    assert (again(case).status, again(case).scheduled_for) == ("in_progress", None)
    assert Event.objects.filter(subject_id=case.pk, kind="ticket.woken").count() == 1
    assert wake_planned(at=MONDAY, most=10) == 0
