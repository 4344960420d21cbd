"""Prose with its references, and the tables that no clock looks at."""

import pytest

from acuerdo.core.agreements import Block, Section, prose_of
from acuerdo.core.agreements.references import Reference, said
from acuerdo.core.agreements.tests.shipped import NAMES, manual
from acuerdo.core.agreements.tests.small import TEXT, faults_of, line_of, small, spoiled


def blocks(text: str):
    return prose_of(Section("x", "1", "X", text), small())


def test_prose_is_cut_into_paragraphs_items_and_headings() -> None:
    text = "# Cierre\nPrimera línea\nque sigue.\n\n- uno\n- dos\nSegunda."

    assert blocks(text) == (
        Block("heading", "Cierre"),
        Block("paragraph", "Primera línea que sigue."),
        Block("item", "uno"),
        Block("item", "dos"),
        Block("paragraph", "Segunda."),
    )


def test_a_number_in_prose_is_the_rule_s_and_moves_with_it() -> None:
    section = Section("x", "1", "X", "Responda en {target:silence}.")

    before = prose_of(section, small())
    after = prose_of(section, small(TEXT.replace('target = "24 hours"', 'target = "36 hours"')))

    assert (before[0].text, after[0].text) == ("Responda en 24 horas.", "Responda en 36 horas.")


def test_prose_is_said_in_the_manual_s_language_unless_another_is_asked() -> None:
    section = Section("x", "1", "X", "{target:answer priority=alta}")

    assert prose_of(section, small())[0].text == "2 horas hábiles"
    assert prose_of(section, small(), "en")[0].text == "2 business hours"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("week:oficina", "lunes a viernes, 9:00 a 17:00"),
        ("week:continuo", "todos los días, las 24 horas"),
        ("hours:oficina", "9:00 a 17:00"),
        ("calendar:oficina", "Oficina"),
        ("plan:total", "Total"),
        ("manual:provider", "Proveedor"),
        ("target:answer priority=baja", "1 día hábil"),
        ("target:answer priority=media", ""),
        ("targte:answer", ""),
        ("plan", ""),
    ],
)
def test_a_reference_says_what_the_rule_says(written, words) -> None:
    assert said(Reference(written, 0), small(), "es") == words


def test_a_reference_to_nothing_is_found_on_its_own_line_with_the_nearest_name() -> None:
    text = spoiled("{hours:oficina}", "{hours:oficna}")

    (line,) = faults_of(text).lines("es")

    assert line == f"small.toml:{line_of(text, 'oficna')}: «hours:oficna» no se refiere a nada; ¿quiso decir «oficina»?"


def test_a_kind_of_reference_that_there_is_not_is_answered_with_the_nearest_kind() -> None:
    (line,) = faults_of(spoiled("{hours:oficina}", "{horas:oficina}")).lines("en")

    assert line.endswith("'horas:oficina' refers to nothing; did you mean 'hours'?")


def test_a_notification_without_a_template_is_a_fault_with_advice() -> None:
    (line,) = faults_of(spoiled('template = "acknowledgement"\n', "")).lines("es")

    assert line.endswith("falta «template» en [notifications.creado]; diga con qué plantilla se escribe")


def test_a_check_names_who_does_it() -> None:
    (line,) = faults_of(spoiled('owner = "mesa"', 'owner = "msa"')).lines("es")

    assert line.endswith("«msa» no es un responsable de esta tabla; ¿quiso decir «mesa»?")


def test_two_sections_do_not_share_a_name() -> None:
    text = TEXT.replace("[[document]]\n", '[[document]]\nid = "cierre"\ntitle = "Otra"\n\n[[document]]\n')

    assert [fault.code for fault in faults_of(text).faults] == ["taken_name"]


@pytest.mark.parametrize("name", NAMES)
def test_no_reference_of_a_shipped_manual_is_left_unsaid_in_either_language(name) -> None:
    agreement = manual(name)

    for section in agreement.document:
        for language in ("es", "en"):
            assert not any("{" in block.text for block in prose_of(section, agreement, language)), section.id
