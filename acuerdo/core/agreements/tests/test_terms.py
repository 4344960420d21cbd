"""What a case is owed: the first cell that matches, on the right calendar, under its contract."""

import pytest

from acuerdo.core.agreements import Faults
from acuerdo.core.agreements.tests.shipped import manual
from acuerdo.core.agreements.tests.small import small, spoiled

SOPORTE = {
    "targets": [
        {"clock": "resolution", "severity": ["s1", "s2"], "target": "4 hours"},
        {"plan": "12x5", "rows": "severity", "columns": ["first_response", "resolution"], "s3": ["2 business hours", "3 business days"]},
    ]
}


def test_the_first_table_of_the_file_that_matches_wins() -> None:
    extra = '[[targets]]\nclock = "answer"\nplan = "total"\npriority = "alta"\ncalendar = "continuo"\ntarget = "1 hour"\n\n'
    agreement = small(spoiled('[[targets]]\nplan = ["basico"', extra + '[[targets]]\nplan = ["basico"').split("[[examples]]")[0])

    assert str(agreement.terms().promise("answer", {"plan": "total", "priority": "alta"}).target) == "1 hour"
    assert str(agreement.terms().promise("answer", {"plan": "total", "priority": "baja"}).target) == "1 business day"
    assert str(agreement.terms().promise("answer", {"plan": "basico", "priority": "alta"}).target) == "2 business hours"


def test_a_case_without_a_plan_is_owed_nothing_that_runs_in_the_plan_s_hours() -> None:
    assert small().terms().promise("answer", {"plan": None, "priority": "alta"}) is None
    assert manual("interwapp").terms().promise("diagnosis", {"type": "defecto"}) is None


def test_a_target_keeps_its_own_calendar_whatever_the_plan_s() -> None:
    assert small().terms().promise("silence", {"plan": "basico"}).calendar.id == "continuo"


def test_a_contract_sets_the_targets_that_a_manual_leaves_open() -> None:
    terms = manual("soporte").terms(SOPORTE)

    critical = terms.promise("resolution", {"plan": "24x7", "severity": "s1"})
    partial = terms.promise("first_response", {"plan": "12x5", "severity": "s3"})

    assert (str(critical.target), critical.calendar.id) == ("4 hours", "cobertura-24x7")
    assert (str(partial.target), partial.calendar.id) == ("2 business hours", "cobertura-12x5")
    assert terms.promise("first_response", {"plan": "24x7", "severity": "s3"}) is None


def test_a_contract_s_targets_stand_before_the_manual_s() -> None:
    contract = {"targets": [{"clock": "resolution", "priority": "critico", "target": "< 2 business hours"}]}
    terms = manual("proware").terms(contract)

    assert str(terms.promise("resolution", {"plan": "innovador", "priority": "critico"}).target) == "< 2 business hours"
    assert str(terms.promise("resolution", {"plan": "innovador", "priority": "alto"}).target) == "< 3 business days"


def test_a_contract_s_calendar_replaces_the_plan_s() -> None:
    terms = manual("proware").terms({"calendar": "empresarial-6x9"})

    assert terms.promise("resolution", {"plan": "empresarial", "priority": "alto"}).calendar.id == "empresarial-6x9"


@pytest.mark.parametrize(
    ("contract", "said"),
    [
        ({"calender": "continuo"}, "did you mean 'calendar'?"),
        ({"calendar": "oficinas"}, "did you mean 'oficina'?"),
        ({"targets": [{"clock": "resolution", "target": "4 horas"}]}, "'4 horas' is not a time"),
        ({"targets": [{"clock": "resolution", "priority": "critica", "target": "4 hours"}]}, "did you mean 'critico'?"),
        ({"targets": ["4 hours"]}, "must be a table"),
        ({"channels": ["fax"]}, "'fax' is not a channel"),
    ],
)
def test_a_contract_is_read_as_strictly_as_a_manual(contract, said) -> None:
    with pytest.raises(Faults) as refused:
        manual("proware").terms(contract)

    assert said in str(refused.value)


def test_a_contract_may_change_channels_and_availability() -> None:
    contract = manual("proware").overrides({"channels": ["email", "chat"], "availability": 99.9})

    assert contract.channels == ("email", "chat")
    assert float(contract.availability) == 99.9


def test_terms_without_a_contract_are_made_once() -> None:
    agreement = manual("proware")

    assert agreement.terms() is agreement.terms({})
