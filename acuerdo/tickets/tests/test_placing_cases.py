"""Who gets a new case: the desk's rules, the manual's teams, who is there, who stands in (DIG-008, PRO-025)."""

from datetime import date, timedelta

import pytest

from acuerdo.people.models import Absence, Team
from acuerdo.tickets.actions.assign import assign, give_to_team
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.models import RoutingRule, Skill
from acuerdo.tickets.tests.other_manuals import FRIDAY, govern_by
from acuerdo.tickets.tests.verbs import again

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(person_of):
    made = Team.objects.create(slug="cuentas", name="Cuentas", level="")
    made.members.set([person_of("agent", "Ana"), person_of("agent", "Beto")])
    return made


def named(team, name):
    return team.members.get(name=name)


def test_without_rules_it_goes_to_the_team_that_the_manual_names_for_its_product(open_case):  # DIG-008
    govern_by("digitalware")
    kactus = Team.objects.create(slug="soporte-kactus", name="Soporte KACTUS", level="n1")

    case = open_case(at=FRIDAY, proposed={"product": "kactus"})

    assert (case.team, case.assignee) == (kactus, None)


def test_the_desks_rule_comes_first_and_one_for_a_customer_asks_for_that_customer(open_case, clinic, team):
    RoutingRule.objects.create(place=1, organisation=clinic, team=team, level="segundo-nivel")

    case = open_case(at=FRIDAY)

    assert (case.team, case.level) == (team, "segundo-nivel")


def test_a_rule_that_shares_gives_it_to_who_has_the_fewest(open_case, team, by):
    busy = open_case(at=FRIDAY)
    assign(busy.pk, named(team, "Ana"), by=by, at=FRIDAY)
    RoutingRule.objects.create(team=team, shares=True)

    case = open_case(at=FRIDAY + timedelta(hours=1))

    assert (case.assignee.name, case.status) == ("Beto", "in_progress")


def test_who_is_away_gets_nothing_and_a_skill_is_asked_for(open_case, team):
    sql = Skill.objects.create(slug="sql", name="SQL")
    sql.people.add(*team.members.all())
    Absence.objects.create(person=named(team, "Ana"), starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 20))
    RoutingRule.objects.create(team=team, shares=True, skill="sql")
    assert open_case(at=FRIDAY).assignee.name == "Beto"

    sql.people.remove(named(team, "Beto"))

    assert open_case(at=FRIDAY).assignee is None


def test_outside_working_hours_it_waits_for_the_team(open_case, team):
    RoutingRule.objects.create(team=team, shares=True)

    case = open_case(at=FRIDAY + timedelta(days=1))  # a Saturday

    assert (case.team, case.assignee) == (team, None)


def test_a_rule_for_a_person_who_is_away_finds_the_substitute(open_case, team):
    Absence.objects.create(
        person=named(team, "Ana"), starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 20), substitute=named(team, "Beto")
    )
    RoutingRule.objects.create(person=named(team, "Ana"))

    assert open_case(at=FRIDAY).assignee.name == "Beto"


def test_classifying_places_a_case_that_nobody_has_and_no_other(open_case, team, by):
    RoutingRule.objects.create(product="falcon-cloud", team=team)
    case, taken = open_case(at=FRIDAY), open_case(at=FRIDAY)
    assign(taken.pk, named(team, "Ana"), by=by, at=FRIDAY)

    for each in (case, taken):
        classify(each.pk, {"product": "falcon-cloud"}, by=by, at=FRIDAY)

    assert (again(case).team, again(taken).team) == (team, None)


def test_given_to_who_is_away_it_goes_to_the_substitute(open_case, team, by):
    case = open_case(at=FRIDAY)
    Absence.objects.create(
        person=named(team, "Ana"), starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 22), substitute=named(team, "Beto")
    )

    assert assign(case.pk, named(team, "Ana"), note="Falta llamar", by=by, at=FRIDAY).assignee.name == "Beto"


def test_given_to_a_team_who_does_not_belong_to_it_has_it_no_longer(open_case, team, by, person_of):
    case = open_case(at=FRIDAY)
    assign(case.pk, person_of("agent", "Carla"), by=by, at=FRIDAY)

    give_to_team(case.pk, team, note="Es de cuentas", by=by, at=FRIDAY)

    assert (again(case).team, again(case).assignee) == (team, None)
