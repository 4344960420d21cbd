"""What a person with the right corrects: what was stays beside what is (clocks.md 5 and 6)."""

from datetime import timedelta

import pytest

from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.put_right import CannotCorrect, NoSuchTerms, NotYours, correct_state, correct_time, correctable, set_terms
from acuerdo.tickets.actions.raise_level import ReasonMissing
from acuerdo.tickets.queries import as_case, folded
from acuerdo.tickets.tests.other_manuals import FRIDAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def supervisor(person_of):
    return as_actor(person_of("supervisor", "Sara"))


@pytest.fixture
def answered(open_case, by):
    """A case answered five hours after it came."""
    case = open_case(at=FRIDAY, proposed={"priority": "critico"})
    answer(case.pk, "Lo vemos", by=by, at=FRIDAY + timedelta(hours=5))
    return case


def response(case, at=FRIDAY + timedelta(days=1)):
    return next(clock for clock in folded(case, at) if clock.id == "first_response")


def place_of(case, name):
    return next(each.position for each in correctable(case) if each.event == name)


def test_a_corrected_time_counts_and_the_log_keeps_both(answered, supervisor):
    assert str(response(answered).state) == "breached"

    earlier = FRIDAY + timedelta(hours=1)
    at = FRIDAY + timedelta(hours=6)
    correct_time(answered.pk, place_of(answered, "responded"), earlier, reason="Llamó el agente", by=supervisor, at=at)

    assert (str(response(answered).state), response(answered).stopped_at) == ("met", earlier)
    said = as_case(answered, at)["events"][-1]
    assert (said["event"], said["reason"]) == ("corrected", "Llamó el agente")


def test_a_corrected_state_stands_beside_the_computed_one(answered, supervisor):
    correct_state(answered.pk, "first_response", 1, "met", reason="Acordado", by=supervisor, at=FRIDAY + timedelta(hours=6))

    assert (str(response(answered).state), str(response(answered).computed)) == ("met", "breached")


@pytest.mark.parametrize("hours", [-1, 7])
def test_what_cannot_have_happened_is_refused(answered, supervisor, hours):
    with pytest.raises(CannotCorrect):
        correct_time(
            answered.pk,
            place_of(answered, "responded"),
            FRIDAY + timedelta(hours=hours),
            reason="No",
            by=supervisor,
            at=FRIDAY + timedelta(hours=6),
        )


def test_an_agent_corrects_nothing_and_nobody_without_a_reason(answered, by, supervisor):
    with pytest.raises(NotYours):
        correct_state(answered.pk, "first_response", 1, "met", reason="Acordado", by=by, at=FRIDAY + timedelta(hours=6))
    with pytest.raises(ReasonMissing):
        correct_state(answered.pk, "first_response", 1, "met", reason=" ", by=supervisor, at=FRIDAY + timedelta(hours=6))


def test_another_plan_moves_what_lives_and_leaves_what_has_stopped(answered, supervisor):
    solution = next(clock for clock in folded(answered, FRIDAY + timedelta(hours=6)) if clock.id == "resolution")

    set_terms(answered.pk, answered.manual, "premium-plus", reason="Renovó antes", by=supervisor, at=FRIDAY + timedelta(hours=6))

    after = next(clock for clock in folded(answered, FRIDAY + timedelta(hours=7)) if clock.id == "resolution")
    assert after.calendar.id != solution.calendar.id
    assert str(response(answered).state) == "breached"


def test_a_plan_that_the_version_does_not_have_is_refused(answered, supervisor):
    with pytest.raises(NoSuchTerms):
        set_terms(answered.pk, answered.manual, "oro", reason="Otro", by=supervisor, at=FRIDAY + timedelta(hours=6))
