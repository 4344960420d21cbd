"""What a chip says, at instants chosen on purpose. Proware's plan Empresarial: Monday to Saturday, 9:00 to 21:00."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from acuerdo.console.queries import clocks_of, lines_of
from acuerdo.console.views.chips import chip
from acuerdo.console.views.rows import row
from acuerdo.core.tickets import Status
from acuerdo.customers.actions.meet import meet
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for

pytestmark = pytest.mark.django_db
BOGOTA = ZoneInfo("America/Bogota")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of December 2026; the 8th is a holiday, the 13th a Sunday."""
    return datetime(2026, 12, day, hour, minute, tzinfo=BOGOTA).astimezone(UTC)


@pytest.fixture
def case(open_case, by):
    """Opened on Monday the 7th at 20:00 as Alto: a response within 6 hours, a solution within 2 business days."""
    case = open_case(at=at(7, 20))
    classify(case.pk, {"priority": "alto"}, by=by, at=at(7, 20))
    return case


def said(case, now):
    case = Ticket.objects.get(pk=case.pk)
    found = chip(case, list(case.clocks.order_by("pk")), agreement_for(case), now)
    return found.kind, found.words, found.detail


def test_a_deadline_of_today_says_the_open_time_that_is_left(case):
    assert said(case, at(9, 9, 30)) == ("run", "Vence en 4 h 30 min hábiles", "25 %")


@pytest.mark.parametrize(
    ("now", "words"),
    [(at(9, 9, 30), "Due in 4 business h 30 min"), (at(9, 13, 59), "Due in 1 business min"), (at(9, 15), "Overdue by 1 business h")],
)
def test_open_time_is_said_in_english_as_english_says_it(case, now, words):
    with override("en"):
        assert said(case, now)[1] == words


def test_from_three_quarters_on_it_is_near(case):
    assert said(case, at(9, 12, 30)) == ("near", "Vence en 1 h 30 min hábiles", "75 %")


def test_a_deadline_of_another_day_says_which(case):
    assert said(case, at(7, 20, 30))[:2] == ("run", "Vence mié 9 dic, 14:00")
    assert said(case, at(8, 12))[:2] == ("run", "Vence mañana, 14:00")


def test_a_minute_before_the_end_it_is_not_yet_used_up(case):
    assert said(case, at(9, 13, 59)) == ("near", "Vence en 1 min hábil", "99 %")


def test_late_it_says_since_when_in_the_clocks_own_time(case):
    assert said(case, at(9, 15, 10)) == ("late", "Venció hace 1 h 10 min hábiles", "119 %")
    assert said(case, at(9, 14)) == ("late", "Venció hace un momento", "100 %")


def test_late_by_days_it_says_days(case):
    # From Wednesday 14:00 to Monday 15:00: Wednesday's and Monday's parts and three days between; Sunday is none.
    assert said(case, at(14, 15))[:2] == ("late", "Venció hace 4 días hábiles")


def test_once_answered_the_solution_is_next(case, by):
    answer(case.pk, "Lo vemos", by=by, at=at(9, 9))

    assert said(case, at(9, 10))[:2] == ("run", "Vence mañana, 20:00")


def test_waiting_for_the_customer_it_says_what_remains(case, by):
    answer(case.pk, "¿Cuál?", by=by, at=at(9, 9), then=Status.WAITING_CUSTOMER)

    assert said(case, at(15, 12)) == ("rest", "En pausa: espera al cliente", "queda 1 día hábil y 11 h")


def test_hours_of_a_round_the_clock_plan_are_not_called_business_hours(open_case, organisation_of, by):
    organisation_of("Seguros Tayrona", plan="premium-plus", domain="tayrona.example")
    contact = meet(email="camila@tayrona.example", name="Camila", organisation=None)
    case = open_case(at=at(13, 2), contact=contact)

    assert said(case, at(13, 3))[:2] == ("run", "Vence en 7 h")


def test_a_solved_case_waits_for_its_customer(case, by):
    solve(case.pk, "Ya", evidence={"solucion": "Sí"}, by=by, at=at(9, 9))

    assert said(case, at(9, 10)) == ("rest", "El cliente valida", "sin cierre automático")


def test_a_case_of_nobody_known_says_why_it_has_no_clock(open_case):
    case = open_case(at=at(9, 10, 31), contact=meet(email="x@nadie.example", name="X", organisation=None))

    assert said(case, at(9, 11)) == ("none", "Sin reloj: falta el cliente", "contará desde las 10:31")


def test_a_customer_without_a_contract_is_named_as_the_reason(open_case, organisation_of):
    organisation_of("Sin contrato", plan="", domain="sin.example")
    case = open_case(at=at(9, 10), contact=meet(email="x@sin.example", name="X", organisation=None))

    assert said(case, at(9, 11)) == ("none", "Sin reloj: falta el contrato", "El cliente no tiene contrato.")


def test_a_row_says_whose_turn_it_is_and_who_was_last(case, agent, by):
    def shown(now):
        [fresh] = lines_of(Ticket.objects.filter(pk=case.pk))
        return row(fresh, clocks_of([fresh])[case.pk], agreement_for(case), agent, now)

    before = shown(at(7, 20, 12))
    assert (before.is_new, before.assignee, before.urgency.level, before.urgency.of) == (True, "", 3, 4)

    answer(case.pk, "Lo vemos", by=by, at=at(9, 9))

    after = shown(at(9, 11, 40))
    assert (after.is_new, after.is_mine, after.last_words, after.last_by) == (False, True, "2 h 40 min", "Marcela")
    assert shown(at(10, 8)).last_words == "ayer 9:00"
    assert shown(at(15, 8)).last_words == "9 dic"
