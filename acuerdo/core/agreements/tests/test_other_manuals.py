"""INT-T2 and INT-T3, SGM-T2, T3 and T5, SOP-T1, against the printed documents; and what all five have."""

import re

import pytest

from acuerdo.core.agreements.tests.shipped import NAMES, manual, text_of
from acuerdo.core.clocks import Target

INTERWAPP = {
    "INT-T3.1": ("defecto", "alto", "4 hours"),
    "INT-T3.2": ("defecto", "medio", "2 days"),
    "INT-T3.3": ("defecto", "bajo", "4 days"),
    "INT-T3.4": ("mejora", "alto", "1 day"),
    "INT-T3.5": ("mejora", "medio", "4 days"),
    "INT-T3.6": ("mejora", "bajo", "6 days"),
}
PRIORITIES = {
    "SGM-T5.1": ("critica", "30 minutes", "30 minutos"),
    "SGM-T5.2": ("alta", "2 hours", "2 Horas"),
    "SGM-T5.3": ("media", "24 hours", "24 Horas"),
    "SGM-T5.4": ("baja", "72 hours", "72 Horas"),
}
#: SGM-T2: item, complexity, committee, quote, promised time, whether it is an estimate («*»).
CATALOGUE = {
    "SGM-T2.1": ("actualizacion-usuarios", "Bajo", False, "no", "24 hours", True),
    "SGM-T2.2": ("correccion-identidad", "Bajo", False, "no", "10 minutes", False),
    "SGM-T2.3": ("bases-estandar", "Bajo", False, "no", "24 hours", True),
    "SGM-T2.4": ("habilitar-informes", "Bajo", False, "no", "10 minutes", False),
    "SGM-T2.5": ("liberar-paciente", "Bajo", False, "no", "10 minutes", False),
    "SGM-T2.6": ("items-cita", "Media", True, "no", "12 hours", True),
    "SGM-T2.7": ("informe-rips", "Media", False, "no", "24 hours", True),
    "SGM-T2.8": ("anular-factura", "Media", False, "no", "10 minutes", False),
    "SGM-T2.9": ("creacion-usuarios", "Bajo", True, "by contract", "24 hours", True),
    "SGM-T2.10": ("ajustes-plantilla", "Media - Alta", True, "by contract", "24 hours", True),
    "SGM-T2.11": ("ajustes-reporte", "Media - Alta", True, "by contract", "24 hours", True),
    "SGM-T2.12": ("crear-plantilla", "Media - Alta", True, "yes", "72 hours", True),
    "SGM-T2.13": ("crear-reporte", "Media - Alta", True, "yes", "72 hours", True),
    "SGM-T2.14": ("bases-personalizadas", "Media - Alta", True, "by contract", "72 hours", True),
}


@pytest.mark.parametrize("source", INTERWAPP)
def test_a_formal_response_of_interwapp_is_due_as_printed_in_natural_time(source) -> None:
    kind, level, target = INTERWAPP[source]

    promise = manual("interwapp").terms().promise("formal_response", {"type": kind, "criticality": level})

    assert (str(promise.target), promise.source, promise.calendar.always) == (target, source, True)
    assert promise.printed.endswith("posteriores al diagnóstico inicial")


@pytest.mark.parametrize(("plan", "calendar"), [("habil", "habil"), ("6x24", "6x24"), ("7x24", "continuo")])
def test_the_diagnosis_of_interwapp_runs_in_the_contracted_coverage(plan, calendar) -> None:
    promise = manual("interwapp").terms().promise("diagnosis", {"plan": plan})

    assert (str(promise.target), promise.calendar.id) == ("2 business hours", calendar)


@pytest.mark.parametrize("source", PRIORITIES)
@pytest.mark.parametrize("kind", ["incidente", "problema"])
def test_a_priority_of_sgm_is_answered_as_printed(source, kind) -> None:  # SGM-045
    priority, target, printed = PRIORITIES[source]

    promise = manual("sgm").terms().promise("first_response", {"type": kind, "priority": priority})

    assert (str(promise.target), promise.printed, promise.source) == (target, printed, source)


@pytest.mark.parametrize("source", CATALOGUE)
def test_a_row_of_the_catalogue_of_sgm_reads_and_runs_as_printed(source) -> None:  # SGM-027
    name, complexity, committee, quote, target, estimated = CATALOGUE[source]
    item = manual("sgm").catalogue[name]

    promise = manual("sgm").terms().promise("fulfilment", {"type": "solicitud", "item": name})

    assert (item.complexity, item.committee, item.quote) == (complexity, committee, quote)
    assert (str(promise.target), promise.source, promise.estimated) == (target, source, estimated)
    assert promise.printed.endswith("*") is estimated


def test_a_request_of_sgm_has_the_time_of_the_catalogue_and_not_of_its_priority() -> None:
    terms = manual("sgm").terms()

    assert terms.promise("first_response", {"type": "solicitud", "priority": "alta", "item": "items-cita"}) is None
    assert terms.promise("fulfilment", {"type": "incidente", "item": "items-cita"}) is None


def test_the_fifth_level_of_sgm_is_reached_from_any_other() -> None:
    ladder = manual("sgm").ladder

    assert [rung.from_any for rung in ladder.rungs] == [False, False, False, False, True]
    assert [step.source for step in ladder.steps.values()] == [f"SGM-T3.{n}" for n in range(1, 6)]


def test_the_severities_of_soporte_are_the_five_printed_and_promise_nothing() -> None:
    agreement = manual("soporte")
    values = agreement.fields["severity"].values.values()

    assert [value.source for value in values] == [f"SOP-T1.{n}" for n in range(1, 6)]
    assert [value.label for value in values] == [
        "1 - Crítica",
        "2 - Alto Impacto",
        "3 - Impacto Medio",
        "4 - Bajo impacto",
        "5 - Solicitudes",
    ]
    assert agreement.targets == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_target_written_out_reads_back_as_itself(name) -> None:
    targets = {cell.target for table in manual(name).targets for cell in table.cells if cell.target}

    assert {Target.parse(str(target)) for target in targets} == targets


@pytest.mark.parametrize("name", NAMES)
def test_every_target_names_its_source_and_its_printed_words(name) -> None:
    for table in manual(name).targets:
        for cell in table.cells:
            assert re.fullmatch(r"(PRO|DIG|INT|SGM)-(T\d+\.\d+|\d{3})", cell.source), cell
            assert cell.printed


@pytest.mark.parametrize("name", NAMES)
def test_a_manual_has_a_name_for_each_role_of_the_product(name) -> None:
    assert {role.acts_as for role in manual(name).roles.values()} == {"agent", "supervisor", "manager", "admin", "auditor"}


@pytest.mark.parametrize("name", NAMES)
def test_a_case_that_arrives_by_mail_has_provisional_facts_and_a_channel(name) -> None:
    agreement = manual(name)

    assert agreement.intake.facts["type"] in agreement.types
    assert agreement.intake.note
    assert agreement.channels["email"].opens


@pytest.mark.parametrize("name", NAMES)
def test_somebody_is_told_before_and_when_each_promise_breaks(name) -> None:
    agreement = manual(name)

    for rule in agreement.rules:
        shares = {escalation.share for escalation in agreement.escalations if rule.id in escalation.clocks}
        if rule.kind == "promise":
            assert {*rule.warn_at, 1} <= shares, rule.id


@pytest.mark.parametrize("name", NAMES)
def test_no_manual_reopens_a_closed_case_and_each_says_so(name) -> None:
    closure = manual(name).closure

    assert closure.reopen_within is None
    assert "enlazad" in closure.note


@pytest.mark.parametrize("name", NAMES)
def test_no_manual_names_an_address_or_a_telephone(name) -> None:
    text = text_of(name)

    assert "@" not in text
    assert not re.search(r"\+57|\b3\d{9}\b|\b60\d{8}\b", text)
