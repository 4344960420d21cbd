"""A day ends at midnight where the desk is: at half past eleven at night it is still today, though it is tomorrow in Greenwich."""

from datetime import UTC, date, datetime, time

import pytest

from acuerdo.automation.actions.open_due import open_due
from acuerdo.automation.actions.save_recurring import save_recurring
from acuerdo.channels.mail.tests.letters import letter, take
from acuerdo.customers.models import Contract
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.contingency import declare
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.tests.reacting import react_all

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
#: 23:30 of the 20th in Bogotá.
LATE = datetime(2026, 11, 21, 4, 30, tzinfo=UTC)


@pytest.fixture
def last_day(clinic):
    """The contract's last day is today."""
    Contract.objects.filter(organisation=clinic).update(ends_on=TODAY)
    return Contract.objects.get(organisation=clinic)


def test_a_mail_late_on_the_contracts_last_day_is_of_that_contract(diana, last_day):
    case = take(letter(), at=LATE).ticket

    assert (case.contract, case.doubt) == (last_day, "")


def test_a_mail_late_before_the_contracts_first_day_is_not_of_it(diana, clinic):
    Contract.objects.filter(organisation=clinic).update(starts_on=date(2026, 11, 21))

    case = take(letter(), at=LATE).ticket

    assert (case.contract, case.doubt) == (None, "ended")


def test_a_recurring_case_is_of_the_contract_of_its_day(diana, last_day, by):
    values = {
        "subject": "Revisión", "text": "Respaldos", "contact": diana, "assignee": None, "facts": {},
        "every": 1, "unit": "weeks", "day": 4, "closed": "next", "starts_on": TODAY, "at": time(23, 15), "is_active": True,
    }  # fmt: skip
    save_recurring(None, values, today=TODAY, by=by, at=LATE)

    open_due(at=LATE)

    assert Ticket.objects.get().contract == last_day


def test_whose_contract_ends_today_is_told_of_a_contingency_late_today(diana, last_day, person_of):
    boss = person_of("supervisor", "Inés")

    declare(starts_at=LATE, reason="Cayó el correo", notice="Llámenos.", person=boss, by=as_actor(boss), at=LATE)
    react_all()

    assert Outgoing.objects.filter(key__startswith="contingency-", to=diana.email).exists()
