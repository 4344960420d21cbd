"""The checks of a common incident: in order, by whom each belongs to, and whom the case waits for meanwhile (SGM-T4)."""

import pytest

from acuerdo.events.models import Event
from acuerdo.tickets.actions.check_off import NoSuchIncident, NotItsTurn, begin_checks, check_off
from acuerdo.tickets.models import Check
from acuerdo.tickets.tests.other_manuals import FRIDAY, govern_by
from acuerdo.tickets.tests.verbs import again

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun(open_case, by):
    """A case on which SGM-T4.1 was begun: three checks of the customer, one of the desk, one of the customer."""
    govern_by("sgm")
    case = open_case(at=FRIDAY)
    begin_checks(case.pk, "no-carga-la-pagina", by=by, at=FRIDAY)
    return case


def checks_of(case):
    return list(Check.objects.filter(checklist__ticket=case).order_by("place"))


def asked(case):
    return [e.facts["checks"] for e in Event.objects.filter(subject_id=case.pk, kind="ticket.checks_asked").order_by("position")]


def test_the_checks_are_those_of_the_manual_with_who_makes_each(begun):
    checks = checks_of(begun)

    assert [check.side for check in checks] == ["customer", "customer", "customer", "provider", "customer"]
    assert checks[3].owner == "Mesa de Servicio SGM"
    assert checks[4].when.startswith("Atención extramural")  # SGM-041


def test_while_the_customers_are_due_the_case_waits_for_them(begun, by, diana):  # SGM-042
    assert again(begun).status == "waiting_customer"
    for check in checks_of(begun)[:3]:
        check_off(begun.pk, check.pk, contact=diana, by=by, at=FRIDAY)

    assert again(begun).status == "in_progress"
    check_off(begun.pk, checks_of(begun)[3].pk, by=by, at=FRIDAY)
    assert again(begun).status == "waiting_customer"


def test_the_customer_is_asked_once_for_each_run_of_theirs(begun, by, diana):
    checks = checks_of(begun)
    for check in checks[:3]:
        check_off(begun.pk, check.pk, contact=diana, by=by, at=FRIDAY)
    check_off(begun.pk, checks[3].pk, by=by, at=FRIDAY)

    assert asked(begun) == [[check.pk for check in checks[:3]], [checks[4].pk]]


def test_nobody_skips_the_order(begun, by):  # SGM-040
    with pytest.raises(NotItsTurn):
        check_off(begun.pk, checks_of(begun)[1].pk, by=by, at=FRIDAY)


def test_a_customer_does_not_make_the_desks_checks(begun, by, diana):
    for check in checks_of(begun)[:3]:
        check_off(begun.pk, check.pk, contact=diana, by=by, at=FRIDAY)

    with pytest.raises(NotItsTurn):
        check_off(begun.pk, checks_of(begun)[3].pk, contact=diana, by=by, at=FRIDAY)


def test_one_that_does_not_apply_is_skipped_and_the_list_ends(begun, by):
    for check in checks_of(begun):
        check_off(begun.pk, check.pk, skipped=check.place == 4, note="Sin VPN", by=by, at=FRIDAY)

    assert [check.state for check in checks_of(begun)] == ["done"] * 4 + ["skipped"]
    assert again(begun).status == "in_progress"


def test_a_list_is_begun_once(begun, by):
    with pytest.raises(NoSuchIncident):
        begin_checks(begun.pk, "no-carga-la-pagina", by=by, at=FRIDAY)


def test_a_check_of_another_case_is_not_made_here(begun, open_case, by):
    other = open_case(at=FRIDAY)

    with pytest.raises(NotItsTurn):
        check_off(other.pk, checks_of(begun)[0].pk, by=by, at=FRIDAY)
