"""Who is at work: hours of one's own or the manual's, absences, and who stands in."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from acuerdo.core.agreements import read_week
from acuerdo.core.agreements.faults import Faults
from acuerdo.core.hours import Calendar
from acuerdo.people.models import Absence, Person
from acuerdo.people.queries import on_duty, present, substitute_of

pytestmark = pytest.mark.django_db

BOGOTA = ZoneInfo("America/Bogota")
#: A Tuesday, 10:00 in Bogotá; on the 23rd a holiday falls.
AT = datetime(2026, 3, 17, 15, tzinfo=UTC)
HOLIDAY = datetime(2026, 3, 23, 15, tzinfo=UTC)
EVENING = datetime(2026, 3, 18, 1, tzinfo=UTC)
MAIN = Calendar("main", "", BOGOTA, read_week({"mon-fri": "08:00-18:00"}, BOGOTA).week, {date(2026, 3, 23): "San José"})


@pytest.fixture
def ana(desk) -> Person:
    return Person.objects.create_user("ana@ejemplo.example", name="Ana")


@pytest.fixture
def luis(desk) -> Person:
    return Person.objects.create_user("luis@ejemplo.example", name="Luis")


def test_without_hours_of_their_own_the_manuals_hold(ana):
    assert on_duty(ana, AT, MAIN)
    assert not on_duty(ana, EVENING, MAIN)
    assert on_duty(ana, EVENING)


def test_own_hours_replace_the_manuals_but_not_its_holidays(ana):
    ana.week = {"mon-fri": ["18:00-23:00"]}
    assert on_duty(ana, EVENING, MAIN)
    assert not on_duty(ana, AT, MAIN)
    assert not on_duty(ana, HOLIDAY.replace(hour=23, minute=30), MAIN)


def test_who_is_away_is_neither_present_nor_on_duty_on_the_days_of_the_desk(ana):
    Absence.objects.create(person=ana, starts_on=date(2026, 3, 17), ends_on=date(2026, 3, 17))
    assert not present(ana, AT)
    assert not present(ana, EVENING), "it is still the 17th in Bogotá"
    assert present(ana, datetime(2026, 3, 18, 5, tzinfo=UTC))
    assert not on_duty(ana, AT, MAIN)


def test_the_substitute_of_one_who_is_away_too_is_their_substitute(ana, luis):
    eva = Person.objects.create_user("eva@ejemplo.example", name="Eva")
    day = date(2026, 3, 17)
    assert substitute_of(ana, AT) is None
    Absence.objects.create(person=ana, starts_on=day, ends_on=day, substitute=luis)
    assert substitute_of(ana, AT) == luis
    Absence.objects.create(person=luis, starts_on=day, ends_on=day, substitute=eva)
    assert substitute_of(ana, AT) == eva
    Absence.objects.create(person=eva, starts_on=day, ends_on=day, substitute=ana)
    assert substitute_of(ana, AT) is None, "they stand in for each other, and nobody is there"


def test_a_deactivated_person_stands_in_for_nobody(ana, luis):
    luis.is_active = False
    luis.save()
    Absence.objects.create(person=ana, starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 31), substitute=luis)
    assert substitute_of(ana, AT) is None


def test_hours_that_nobody_can_mean_are_refused_with_the_reason():
    with pytest.raises(Faults) as refused:
        read_week({"mon-fry": "08:00-17:00", "sat": "9-12"}, BOGOTA)
    assert len(refused.value.faults) == 2
