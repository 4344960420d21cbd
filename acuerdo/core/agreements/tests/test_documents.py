"""What the five files say around their clocks: changes, formal replies, money, messages, reports, records, prose."""

import re

import pytest

from acuerdo.core.agreements.tests.shipped import NAMES, manual, text_of

#: requirements.md 6.5: manual, occasion, who is told, by which ways, source.
NOTICES = [
    ("proware", "opened", {"customer"}, {"email"}, "PRO-033"),
    ("proware", "invited", {"customer"}, {"email"}, "PRO-035"),
    ("proware", "closed", {"customer"}, {"email"}, "PRO-055"),
    ("proware", "chat refused", {"customer"}, {"chat", "email"}, "PRO-051"),
    ("proware", "escalated", {"jefe-postventa"}, {"telefono", "desk"}, "PRO-057"),
    ("digitalware", "opened", {"customer"}, {"desk", "email"}, "DIG-089"),
    ("digitalware", "returned", {"customer"}, {"desk", "email"}, "DIG-019"),
    ("digitalware", "to development", {"customer"}, {"desk"}, "DIG-048"),
    ("digitalware", "resolved", {"customer"}, {"desk"}, "DIG-056"),
    ("digitalware", "closed by silence", {"customer"}, {"desk", "email"}, "DIG-057"),
    ("digitalware", "breached", {"coordinador-met", "director-experiencia"}, {"desk", "email"}, "DIG-054"),
    ("digitalware", "decided", {"customer"}, {"desk"}, "DIG-061"),
    ("digitalware", "proposed", {"customer"}, {"desk"}, "DIG-062"),
    ("digitalware", "published", {"cliente.n2"}, {"desk", "email"}, "DIG-063"),
    ("digitalware", "scheduled", {"cliente.n2"}, {"desk", "email"}, "DIG-066"),
    ("digitalware", "maintenance", {"cliente.n2"}, {"desk", "email"}, "DIG-076"),
    ("digitalware", "committee", {"cliente.n1", "cliente.n3"}, {"email"}, "DIG-075"),
    ("digitalware", "contingency", {"customers"}, {"email", "telefono"}, "DIG-006"),
    ("soporte", "returned", {"customer"}, {"web", "email"}, "SOP-021"),
    ("soporte", "escalated", {"customer", "lider"}, {"desk"}, "SOP-023"),
    ("soporte", "progress", {"customer", "lider"}, {"web", "email", "chat"}, "SOP-017"),
    ("soporte", "resolved", {"customer"}, {"email"}, "SOP-026"),
    ("soporte", "closed", {"customer"}, {"email"}, "SOP-026"),
    ("interwapp", "opened", {"customer"}, {"email"}, "INT-111"),
    ("interwapp", "diagnosed", {"customer"}, {"email"}, "INT-112"),
    ("interwapp", "formal_reply", {"customer"}, {"email"}, "INT-108"),
    ("interwapp", "assigned", {"assignee"}, {"desk", "email"}, "INT-032"),
    ("interwapp", "warned", {"lider"}, {"desk"}, "INT-034"),
    ("interwapp", "closed", {"customer"}, {"email"}, "INT-112"),
    ("sgm", "opened", {"customer"}, {"email"}, "SGM-022"),
    ("sgm", "proposed", {"customer"}, {"email"}, "SGM-026"),
    ("sgm", "resolved", {"customer"}, {"telefono", "email"}, "SGM-031"),
    ("sgm", "reminded", {"customer", "assignee"}, {"email", "telefono", "mensajeria"}, "SGM-034"),
    ("sgm", "closed by silence", {"customer"}, {"email"}, "SGM-035"),
]
#: requirements.md 6.6: manual, report, how often, source.
REPORTS = [
    ("proware", "mensual", "month", "PRO-014"),
    ("proware", "periodico", "as agreed", "PRO-071"),
    ("proware", "disponibilidad", "month", "PRO-006"),
    ("proware", "satisfaccion", "", "PRO-055"),
    ("proware", "cumplimiento", "", "PRO-069"),
    ("digitalware", "mensual-kam", "month", "DIG-082"),
    ("digitalware", "calidad", "", "DIG-024"),
    ("digitalware", "tiempos", "", "DIG-053"),
    ("digitalware", "comite", "week", "DIG-073"),
    ("soporte", "cumplimiento", "", "SOP-004"),
    ("soporte", "trazabilidad", "", "SOP-005"),
    ("soporte", "revisiones", "", "SOP-033"),
    ("interwapp", "consolidado", "", "INT-092"),
    ("interwapp", "estadistica", "", "INT-093"),
    ("interwapp", "diario", "day", "INT-075"),
    ("interwapp", "productividad", "", "INT-010"),
    ("interwapp", "auditoria", "", "INT-039"),
    ("interwapp", "problemas", "", "INT-099"),
    ("sgm", "compromisos", "", "SGM-016"),
]


@pytest.mark.parametrize(("name", "on", "tell", "by", "source"), NOTICES)
def test_who_is_told_of_what_by_which_way(name, on, tell, by, source) -> None:
    found = [each for each in manual(name).notifications.values() if (each.on, each.source) == (on, source)]

    assert any(tell <= set(each.tell) and by <= set(each.by) for each in found)


@pytest.mark.parametrize(("name", "report", "every", "source"), REPORTS)
def test_a_report_is_named_with_how_often_it_is_due(name, report, every, source) -> None:
    found = manual(name).reports[report]

    assert (found.every, found.source) == (every, source)


def test_changes_of_digital_ware_are_of_three_types_and_judged_by_five_criteria() -> None:
    changes = manual("digitalware").changes

    assert {kind.id: (kind.preapproved, kind.urgent) for kind in changes.types.values()} == {
        "estandar": (True, False),
        "normal": (False, False),
        "urgente": (False, True),
    }
    assert list(changes.criteria.values()) == ["Viabilidad", "Impacto", "Tiempo", "Costo", "Recursos"]
    assert len(changes.types["estandar"].examples) == len(changes.types["normal"].examples) == 3
    assert len(changes.roles) == 3
    assert changes.proposal_for == ("requerimiento",)
    assert changes.form == "Formato control de cambios (SaaS)"


def test_the_normal_committee_of_digital_ware_meets_every_week_for_saas_contracts() -> None:
    committee = manual("digitalware").changes.committees["normal"]

    assert (committee.every, committee.plans, committee.changes) == ("week", ("saas",), ("normal",))
    assert "Dirección de Tecnologías de la Información" in committee.members
    assert committee.may_be_told == ("Líder usuario", "Supervisor del contrato")


def test_the_glossary_of_digital_ware_has_the_words_of_its_thirteenth_section() -> None:
    assert len(manual("digitalware").glossary) == 12
    assert manual("digitalware").glossary["replica"].meaning.startswith("Reproducción exacta de un incidente")


@pytest.mark.parametrize(
    ("reply", "kind", "by"), [("respuesta-defecto", "defecto", "consultor"), ("respuesta-mejora", "mejora", "desarrollo")]
)
def test_a_formal_reply_of_interwapp_has_five_points(reply, kind, by) -> None:
    found = manual("interwapp").replies[reply]

    assert (len(found.points), found.where["type"], found.by, found.channel) == (5, (kind,), by, "email")
    assert found.milestone == "formal_reply"


def test_a_project_of_interwapp_is_guaranteed_for_two_months_from_its_go_live() -> None:
    guarantee = manual("interwapp").commercial.guarantees["proyecto"]

    assert guarantee.months == 2
    assert "Salida a Vivo" in guarantee.starts


def test_an_account_of_interwapp_is_suspended_for_thirty_days_and_enabled_for_forty_eight_hours() -> None:
    commercial = manual("interwapp").commercial

    assert str(commercial.suspensions["falta-de-pago"].lasts) == "30 days"
    assert commercial.suspensions["tecnica"].lasts is None
    assert (commercial.fees["habilitacion"].amount, str(commercial.fees["habilitacion"].lasts)) == (95_000, "48 hours")


def test_support_of_interwapp_is_charged_in_three_ways_and_a_year() -> None:
    assert list(manual("interwapp").commercial.billing) == ["mensualidad", "bolsa-horas", "tiempos-materiales", "mantenimiento-anual"]


def test_an_audit_record_of_interwapp_has_the_printed_fields_and_five_more() -> None:
    audit = manual("interwapp").audit

    assert len(audit.fields) == 6
    assert audit.extra_fields == 5
    assert list(audit.records.values()) == ["Creación", "Edición", "Cancelación", "Novedades"]


def test_what_third_parties_break_does_not_count_against_proware() -> None:
    availability = manual("proware").availability

    assert availability.every == "month"
    assert list(availability.excluded) == ["fuerza-mayor"]


def test_the_document_control_of_sgm_is_as_printed() -> None:
    control = manual("sgm").control

    assert (control.code, control.effective, control.version) == ("PRO – D01", "Octubre de 2013", "1.0")
    assert (control.prepared_by, control.reviewed_by) == ("Jefe Servicio al Cliente", "Gerente General")


def test_the_checks_of_sgm_that_are_the_customer_s_are_known_as_such() -> None:
    table = manual("sgm").common_incidents
    sides = [table.owners[check.owner].side for incident in table.incidents for check in incident.checks]

    assert (sides.count("customer"), sides.count("provider")) == (27, 15)
    assert sum(check.see == "acceso" for incident in table.incidents for check in incident.checks) == 4


@pytest.mark.parametrize("name", NAMES)
def test_a_time_in_prose_is_a_reference_and_never_a_copy(name) -> None:
    for section in manual(name).document:
        assert not re.search(r"\d+ (minutos|horas|días hábiles|meses)\b|\d+:\d\d", section.text), section.id


@pytest.mark.parametrize("name", NAMES)
def test_a_manual_is_published_with_its_times_its_closing_and_its_control(name) -> None:
    shown = {view for section in manual(name).document for view in section.shows}

    assert "control" in shown
    assert "closure" in shown
    assert {view.partition(".")[0] for view in shown} >= {"targets", "examples"} or name == "soporte"


@pytest.mark.parametrize("name", NAMES)
def test_a_clock_s_table_of_times_is_shown_in_some_section(name) -> None:
    agreement = manual(name)
    shown = {view for section in agreement.document for view in section.shows}
    said = " ".join(section.text for section in agreement.document)

    for clock in {cell.clock for table in agreement.targets for cell in table.cells}:
        catalogue = "catalogue" in shown and clock == "fulfilment"
        assert {"targets", f"targets.{clock}"} & shown or catalogue or f"{{target:{clock}" in said, clock


@pytest.mark.parametrize("name", NAMES)
def test_no_section_is_empty(name) -> None:
    for section in manual(name).document:
        assert section.text or section.shows, section.id


@pytest.mark.parametrize("name", NAMES)
def test_a_manual_names_no_person(name) -> None:
    assert not re.search(r"\[(correo|teléfono|nombre)", text_of(name))
