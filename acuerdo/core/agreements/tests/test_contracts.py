"""A contract's own terms as text: read on their lines, written, and read back."""

import pytest

from acuerdo.core.agreements import Faults, contract_text, read_contract
from acuerdo.core.agreements.tests.shipped import manual

SOPORTE = manual("soporte")
TEXT = """\
calendar = "cobertura-12x5"
note = "Acordado el 3 de «marzo» con \\"Ana\\""

[[targets]]
label = "Metas del contrato"
rows = "severity"
columns = ["first_response", "resolution"]
s1 = ["30 minutes", "4 hours"]
s2 = ["1 hour", "8 hours"]
printed = { s1 = ["30 minutos", "4 horas"], s2 = ["1 hora", "8 horas"] }
"""


def test_a_text_reads_to_what_the_clocks_take_and_is_written_back_the_same():
    said = read_contract(TEXT, SOPORTE)
    assert SOPORTE.terms(said).promise("first_response", {"severity": "s1", "plan": "12x5"}).printed == "30 minutos"
    assert read_contract(contract_text(said), SOPORTE) == said


def test_every_fault_is_beside_its_line():
    wrong = TEXT.replace('"cobertura-12x5"', '"cobertura-12x6"').replace('"4 hours"', '"4 ours"').replace('"severity"', '"severty"')
    with pytest.raises(Faults) as refused:
        read_contract(wrong, SOPORTE)
    assert {1, 6} <= {fault.line for fault in refused.value.faults}


def test_what_is_no_toml_says_where():
    with pytest.raises(Faults) as refused:
        read_contract('calendar = "cobertura-12x5"\ntargets = [', SOPORTE)
    assert refused.value.faults[0].line == 2


@pytest.mark.parametrize("text", ['"', "\\", "a\tb\nc", "é\x7f", "[[x]]"])
def test_any_word_survives_being_written(text):
    assert read_contract(contract_text({"note": text}), SOPORTE) == {"note": text}


def test_nothing_agreed_apart_is_an_empty_text():
    assert contract_text({}) == ""
    assert read_contract("", SOPORTE) == {}


def test_a_contracts_calendar_takes_the_plans_place_and_not_that_of_a_promise_with_its_own():  # INT-A1, decision 0016
    agreed = manual("interwapp").terms({"calendar": "6x24"})
    facts = {"plan": "habil", "type": "defecto", "criticality": "alto"}

    assert agreed.promise("diagnosis", facts).calendar.id == "6x24"
    assert agreed.promise("formal_response", facts).calendar.id == "continuo"


def test_an_outage_of_saas_waits_for_no_office_whatever_hours_a_contract_has():  # DIG-A1, decision 0016
    agreed = manual("digitalware").terms({"calendar": "mesa"})

    assert agreed.promise("restoration", {"plan": "saas", "priority": "p1"}).calendar.id == "continuo"


def test_a_contract_that_wants_its_coverage_for_a_promise_says_so_in_a_row_of_its_own():  # INT-115, PRO-A3
    row = '[[targets]]\nclock = "formal_response"\ntype = "defecto"\ntarget = "4 business hours"\ncalendar = "habil"\n'
    agreed = manual("interwapp").terms(read_contract(row, manual("interwapp")))

    promise = agreed.promise("formal_response", {"plan": "continuo", "type": "defecto", "criticality": "alto"})

    assert (str(promise.target), promise.calendar.id) == ("4 business hours", "habil")
