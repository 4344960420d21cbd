"""What two manuals say otherwise, in the manual's own terms."""

import dataclasses
import typing

import pytest

from acuerdo.core.agreements import Agreement, differences, read
from acuerdo.core.agreements.difference_attributes import ATTRIBUTES
from acuerdo.core.agreements.difference_tables import TABLES
from acuerdo.core.agreements.tests.shipped import NAMES, holidays, manual, text_of
from acuerdo.core.agreements.tests.small import TEXT, small


def said(name: str, *changes: tuple[str, str], language: str = "es") -> list[str]:
    """Give the sentences of what changes in a manual when these texts do; examples are left out, for they would not come out."""
    text = text_of(name)
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    text = text[: text.index("[[examples]]")]
    old = read(text_of(name)[: text_of(name).index("[[examples]]")], holidays=holidays)
    return [each.sentence(language) for each in differences(old, read(text, holidays=holidays))]


def small_said(*changes: tuple[str, str], language: str = "es") -> list[str]:
    text = TEXT
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return [each.sentence(language) for each in differences(small(), small(text))]


#: The table of Empresarial, of which one time is changed below.
EMPRESARIAL = 'critico = ["< 2 business hours", "< 6 business hours"]'


def test_a_shorter_time_reads_as_plan_level_clock_and_both_amounts() -> None:
    faster = EMPRESARIAL.replace("6", "4")

    assert said("proware", (EMPRESARIAL, faster)) == ["Plan Empresarial, Crítico, tiempo estimado solución: 6 → 4 horas hábiles"]
    assert said("proware", (EMPRESARIAL, faster), language="en") == [
        "Plan Empresarial, Crítico, tiempo estimado solución: 6 → 4 business hours"
    ]


def test_a_time_of_another_unit_or_sign_is_told_in_full() -> None:
    softer = EMPRESARIAL.replace("< 6 business hours", "1 business day")

    assert said("proware", (EMPRESARIAL, softer)) == [
        "Plan Empresarial, Crítico, tiempo estimado solución: menos de 6 horas hábiles → 1 día hábil"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_manual_does_not_differ_from_itself(name) -> None:
    assert differences(manual(name), manual(name)) == ()


def test_the_same_promises_in_tables_cut_otherwise_are_no_difference() -> None:
    row = '[[targets]]\nplan = "{}"\nclock = "answer"\npriority = "{}"\ntarget = "{}"\nsource = "T1"\n'
    table = TEXT[TEXT.index("[[targets]]") : TEXT.index('[[targets]]\nclock = "silence"')]
    rows = [("basico", "alta", "2 business hours"), ("total", "alta", "2 business hours")]
    rows += [("total", "baja", "1 business day"), ("basico", "baja", "1 business day")]

    assert small_said((table, "\n".join(row.format(*each) for each in rows) + "\n")) == []


def test_an_exception_put_before_a_table_is_told_for_its_cases_only() -> None:
    exception = '[[targets]]\nplan = "total"\npriority = "alta"\nclock = "answer"\ntarget = "1 business hour"\n\n'

    assert small_said(("[[targets]]\nplan", f"{exception}[[targets]]\nplan")) == ["Total, Alta, respuesta: 2 → 1 hora hábil"]


def test_a_promise_taken_away_and_one_added_say_so() -> None:
    rows = 'alta = ["2 business hours"]\nbaja = ["1 business day"]\n'

    assert small_said((rows, 'alta = ["2 business hours"]\n')) == ["Baja, respuesta: se quita: 1 día hábil"]
    gone = small(TEXT.replace(rows, 'alta = ["2 business hours"]\n'))
    assert [each.sentence() for each in differences(gone, small())] == ["Baja, respuesta: se añade: 1 día hábil"]


def test_a_time_that_is_promised_no_more_outright_says_nothing_is() -> None:
    assert small_said(('baja = ["1 business day"]', 'baja = ["none"]')) == ["Baja, respuesta: 1 día hábil → nada"]


def test_hours_and_holidays_of_a_calendar_are_told_as_people_say_them() -> None:
    open_before, open_after = 'open = { mon-fri = "09:00-17:00" }', 'open = { mon-fri = "08:00-17:00", sat = "09:00-12:00" }'
    example = TEXT[TEXT.index("[[examples]]") :]

    assert small_said((open_before, f"{open_after}\nworked = [2026-03-23]\nextra = {{ 2026-12-24 = 'Nochebuena' }}"), (example, "")) == [
        "Calendario «Oficina», horario: lunes a viernes, 9:00 a 17:00 → lunes a viernes, 8:00 a 17:00; sábado, 9:00 a 12:00",
        "Calendario «Oficina», 2026-12-24, festivo: se añade: Nochebuena",
        "Calendario «Oficina», 2026-03-23, festivo: se quita: Día de San José",
        "Ejemplo «Lunes»: se quita",
    ]


def test_plans_channels_and_lists_are_told_by_their_labels() -> None:
    channels = 'channels = ["email"]'
    chat = '[channels.email]\nlabel = "Correo"\n'

    assert small_said((channels, 'channels = ["chat"]'), (chat, f'{chat}[channels.chat]\nlabel = "Chat"\n')) == [
        "Canal «Chat»: se añade",
        "Básico, canales: se añade Chat; se quita Correo",
    ]


def test_a_new_plan_brings_itself_and_its_times() -> None:
    plan = '[plans.oro]\nlabel = "Oro"\ncalendar = "continuo"\n\n[milestones]'
    times = '[[targets]]\nplan = "oro"\nclock = "answer"\ntarget = "30 minutes"\n\n[roles.agente]'

    assert small_said(("[milestones]", plan), ("[roles.agente]", times)) == ["Oro, respuesta: se añade: 30 minutos", "Oro: se añade"]


def test_the_rules_of_a_clock_are_told_in_words() -> None:
    assert small_said(('stops = ["responded"]', 'stops = ["responded", "resolved"]')) == [
        "Reloj «Respuesta», se cumple: se añade al darse solución"
    ]


def test_a_long_text_is_told_by_the_part_that_differs() -> None:
    text = "Usted tiene un tiempo para responder.\nAtendemos de {hours:oficina}."
    longer = text.replace("un tiempo", "bastante tiempo") + " " + "Escríbanos cuando quiera, que aquí le leemos y le respondemos."

    (sentence,) = small_said((text, longer))

    assert sentence.startswith("Texto «Cierre», texto: … un tiempo para responder.")
    assert "→ … bastante tiempo" in sentence


def test_a_manual_s_version_comes_first() -> None:
    found = small_said(('version = "1"', 'version = "2"'), ('label = "Básico"', 'label = "Base"'))

    assert found == ["Versión: 1 → 2", "Base, nombre: Básico → Base"]


@pytest.mark.parametrize("language", ["es", "en"])
def test_two_manuals_as_different_as_can_be_are_told_without_a_word_missing(language) -> None:
    for one in NAMES:
        for other in NAMES:
            for difference in differences(manual(one), manual(other)):
                sentence = difference.sentence(language)
                assert ": " in sentence
                assert not any(sign in sentence for sign in ("mappingproxy", "Fraction(", "(id=", "None")), sentence


def values_of(kind: object, seen: dict[type, None]) -> None:
    for argument in typing.get_args(kind):
        values_of(argument, seen)
    if dataclasses.is_dataclass(kind) and kind not in seen:
        seen[kind] = None
        for each in typing.get_type_hints(kind).values():
            values_of(each, seen)


def test_every_attribute_of_a_manual_has_a_name_in_both_languages() -> None:
    seen: dict[type, None] = {}
    values_of(Agreement, seen)
    unseen = {"Agreement", "Calendar", "Opening", "Target", "TargetTable", "Cell", "Known", "Fault"}
    names = {field.name for kind in seen if kind.__name__ not in unseen for field in dataclasses.fields(kind)}

    assert names - {"id", "source"} - set(ATTRIBUTES) == set()


def test_every_table_of_a_manual_is_compared() -> None:
    names = {field.name for field in dataclasses.fields(Agreement)}
    own = {"id", "title", "version", "effective_from", "language", "provider", "desk_name", "zone", "default_calendar", "note"}

    assert names - own - {"known", "warnings", "targets"} == set(TABLES)
