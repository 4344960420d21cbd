"""Dates that are promised and moved, each with its reason (DIG-036, INT-108, SGM-T5.5)."""

from datetime import date, timedelta

import pytest

from acuerdo.tickets.actions.promise import DatePassed, NothingToPromise, promise
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.queries import folded
from acuerdo.tickets.tests.other_manuals import FRIDAY, govern_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(open_case):
    govern_by("interwapp")
    return open_case(at=FRIDAY)


def delivery(case, at=FRIDAY + timedelta(days=1)):
    return next((clock for clock in folded(case, at) if clock.id == "delivery"), None)


def test_the_clock_exists_from_the_first_promise(case, by):
    assert delivery(case) is None

    promise(case.pk, "delivery", date(2026, 12, 4), reason="Plan de trabajo", by=by, at=FRIDAY)

    assert delivery(case).pledges[-1].date == date(2026, 12, 4)


def test_a_move_needs_a_reason_and_is_counted(case, by):
    promise(case.pk, "delivery", date(2026, 12, 4), reason="", by=by, at=FRIDAY)
    with pytest.raises(ReasonMissing):
        promise(case.pk, "delivery", date(2026, 12, 11), reason=" ", by=by, at=FRIDAY)

    promise(case.pk, "delivery", date(2026, 12, 11), reason="Falta el servidor de pruebas", by=by, at=FRIDAY)

    assert (delivery(case).moves, delivery(case).pledges[-1].reason) == (1, "Falta el servidor de pruebas")


def test_the_same_date_again_is_no_move(case, by):
    for _twice in range(2):
        promise(case.pk, "delivery", date(2026, 12, 4), reason="Plan", by=by, at=FRIDAY)

    assert delivery(case).moves == 0


def test_a_day_that_has_passed_is_not_promised_but_today_is(case, by):
    with pytest.raises(DatePassed):
        promise(case.pk, "delivery", date(2026, 11, 19), reason="", by=by, at=FRIDAY)

    promise(case.pk, "delivery", date(2026, 11, 20), reason="", by=by, at=FRIDAY)


def test_nothing_is_promised_for_a_clock_without_a_date_nor_after_it_was_kept(case, by):
    with pytest.raises(NothingToPromise):
        promise(case.pk, "diagnosis", date(2026, 12, 4), reason="", by=by, at=FRIDAY)
    promise(case.pk, "delivery", date(2026, 12, 4), reason="", by=by, at=FRIDAY)
    solve(case.pk, "Listo", evidence={"solucion": "Hecho"}, by=by, at=FRIDAY)

    with pytest.raises(NothingToPromise):
        promise(case.pk, "delivery", date(2026, 12, 8), reason="Otra", by=by, at=FRIDAY)
