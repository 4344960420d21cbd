"""How many hours people have left: their own or the manual's, without holidays and absences."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from acuerdo.automation.queries import calendar_of
from acuerdo.console.queries.board import board
from acuerdo.console.queries.capacity import Hours
from acuerdo.console.queries.load import loads
from acuerdo.console.views.load import load_of
from acuerdo.people.models import Absence, Team
from acuerdo.tickets.queries import agreement_for

pytestmark = pytest.mark.django_db
#: A Wednesday at ten in Bogotá.
WEDNESDAY = datetime(2026, 11, 18, 15, tzinfo=UTC)
HOUR = 3600


@pytest.fixture
def main(open_case):
    return calendar_of(agreement_for(open_case()))


@pytest.fixture
def ana(person_of):
    """She works from Monday to Friday from eight to five."""
    ana = person_of("agent", "Ana Cárdenas", level="primer-nivel")
    ana.week = {"mon-fri": "08:00-17:00"}
    ana.save()
    return ana


def of(person, main, now=WEDNESDAY):
    people = loads(board(now, now, now, []).people, now, main)
    return next(one.hours for one in people if one.person.pk == person.pk)


def test_what_is_left_of_today_and_of_the_week_up_to_sunday(ana, main):
    assert of(ana, main) == Hours(7 * HOUR, 25 * HOUR)
    assert of(ana, main, WEDNESDAY + timedelta(hours=9)) == Hours(0, 18 * HOUR)
    assert of(ana, main, WEDNESDAY + timedelta(days=4)) == Hours()


def test_days_away_do_not_count(ana, main, agent):
    Absence.objects.create(person=ana, starts_on=date(2026, 11, 19), ends_on=date(2026, 11, 19))
    Absence.objects.create(person=agent, starts_on=date(2026, 11, 18), ends_on=date(2026, 11, 20))
    Absence.objects.create(person=ana, starts_on=date(2026, 11, 23), ends_on=date(2026, 11, 27))

    assert of(ana, main) == Hours(7 * HOUR, 16 * HOUR)


def test_the_manuals_holidays_are_everybodys(ana, main):
    monday = datetime(2026, 11, 16, 15, tzinfo=UTC)  # Independence of Cartagena, moved to Monday
    assert main.holiday_on(date(2026, 11, 16))

    assert of(ana, main, monday) == Hours(0, 36 * HOUR)


def test_without_hours_of_ones_own_the_manuals_hold(agent, main):
    hours = of(agent, main)

    assert 0 < hours.today < 14 * HOUR
    assert hours.today < hours.week


def lines_at(now, main, agreement):
    """What the board says of load at an instant, by whose it is."""
    found = board(now, now, now, [])
    said = load_of(loads(found.people, now, main), found, now, agreement)
    whose = {one.load.person.name: one.left for one in said["loads"]}
    return whose | {one.label: one.left for one in said["levels"]} | {one.load.name: one.left for one in said["teams"]}, said


def test_the_board_says_them_by_person_level_and_team(ana, person_of, main, open_case):
    person_of("supervisor", "Rocío Valderrama")
    Team.objects.create(slug="mesa", name="Mesa").members.add(ana)
    Absence.objects.create(person=ana, starts_on=date(2026, 11, 9), ends_on=date(2026, 11, 27))

    left, said = lines_at(WEDNESDAY, main, agreement_for(open_case()))

    assert (said["has_hours"], said["week_is_over"]) == (True, False)
    assert left["Rocío Valderrama"] == "7 h hoy · 23 h en la semana"
    [level] = said["levels"]
    assert {left["Ana Cárdenas"], level.left, left["Mesa"]} == {"sin más horas esta semana"}
    assert (level.present, level.members, said["teams"][0].load.present) == (0, 1, 0)


def test_when_nobody_has_any_more_it_is_said_once(client, ana, person_of, main, open_case):
    person_of("supervisor", "Rocío Valderrama")
    Team.objects.create(slug="mesa", name="Mesa").members.add(ana)

    left, said = lines_at(WEDNESDAY + timedelta(days=4), main, agreement_for(open_case()))

    assert (said["has_hours"], said["week_is_over"]) == (True, True)
    assert set(left.values()) == {""}


def test_where_nobodys_can_be_counted_none_are_said(ana, person_of, main, open_case):
    """A desk that never closes says nothing of hours: its people have none of their own."""
    ana.week = {}
    ana.save()
    Team.objects.create(slug="mesa", name="Mesa").members.add(ana)

    left, said = lines_at(WEDNESDAY, replace(main, always=True), agreement_for(open_case()))

    assert (said["has_hours"], said["week_is_over"]) == (False, False)
    assert set(left.values()) == {""}


def test_the_board_is_drawn_with_them(client, ana, person_of):
    client.force_login(person_of("supervisor", "Rocío Valderrama"))

    board = client.get("/console/supervision/")

    assert board.context["has_hours"]
    assert ("y las horas que les quedan" in board.text) != ("nadie tiene más horas esta semana" in board.text)
