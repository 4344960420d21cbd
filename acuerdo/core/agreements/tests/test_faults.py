"""Every kind of fault is found on its line, with what would be right, in both languages."""

import pytest

from acuerdo.core.agreements import wording
from acuerdo.core.agreements.tests.small import TEXT, faults_of, line_of, small, spoiled

#: code: (what stands there, what is written instead, on which line it is found)
SPOILS = {
    "syntax": ('id = "small"', 'id = "small', 'id = "small'),
    "unknown_key": ('label = "Oficina"', 'lable = "Oficina"\nlabel = "Oficina"', "lable"),
    "too_deep": ('id = "small"', 'id = "small"\na = ' + "[" * 2_000, "a = ["),
    "endless_number": ('id = "small"', 'id = "small"\na = ' + "9" * 5_000, "a = 9"),
    "missing_key": ('provider = "Proveedor"\n', "", "[manual]"),
    "wrong_kind": ('label = "Básico"', "label = 5", "label = 5"),
    "no_such": ('channels = ["email"]', 'channels = ["emial"]', "emial"),
    "bad_slug": ("[types.incidente]", '[types."Incidente Grave"]', "Incidente Grave"),
    "taken_name": ("[fields.priority]", "[fields.plan]\nlabel = 'x'\n[fields.priority]", "[fields.plan]"),
    "bad_zone": ("America/Bogota", "America/Bogotá", "Bogotá"),
    "bad_country": ('holidays = "CO"', 'holidays = "XX"', 'holidays = "XX"'),
    "bad_date": ('holidays = "CO"', 'extra = { navidad = "Cierre" }', "navidad"),
    "not_a_holiday": ('holidays = "CO"', 'holidays = "CO"\nworked = [2026-03-24]', "worked"),
    "always_open": ('open = "24x7"', 'open = "24x7"\nworked = []', "worked"),
    "no_hours": ('open = { mon-fri = "09:00-17:00" }\n', "", "[calendars.oficina]"),
    "bad_days": ("mon-fri =", "lun-vie =", "lun-vie"),
    "bad_hours": ("09:00-17:00", "9:00-25:00", "25:00"),
    "overlap": ('mon-fri = "09:00-17:00"', 'mon-fri = "09:00-17:00", fri = "16:00-18:00"', "16:00"),
    "crosses_neighbour": (
        'open = { mon-fri = "09:00-17:00" }',
        'open = { mon-fri = "09:00-17:00" }\nexceptions = { 2026-03-17 = "20:00-10:00" }',
        "2026-03-17",
    ),
    "bad_target": ("2 business hours", "2 horas hábiles", "horas hábiles"),
    "bad_share": ("warn_at = [0.5]", "warn_at = [0.5, 1.5]", "1.5"),
    "one_clock": ('clock = "silence"\n', "", 'target = "24 hours"'),
    "no_rows": ('target = "24 hours"\n', "", 'clock = "silence"'),
    "cell_count": ('alta = ["2 business hours"]', 'alta = ["2 business hours", "3 hours"]', "3 hours"),
    "printed_count": ('source = "T1"', "source = 'T1'\nprinted.alta = []", "printed.alta"),
    "never_reached": (
        "[roles.agente]",
        '[[targets]]\nclock = "answer"\nplan = "total"\npriority = "baja"\ntarget = "3 hours"\n[roles.agente]',
        "3 hours",
    ),
    "no_closure": ("[closure]", "[survey]", "[manual]"),
    "no_such_warning": ("at = 0.5\n", "at = 0.8\n", "at = 0.8"),
    "no_escalation_steps": ('[levels.mesa]\nlabel = "Mesa"', '[levels.nada]\nlabel = "x"\n[levels.mesa]\nlabel = "Mesa"', "[levels.nada]"),
    "no_checks": ('[{ check = "Verificar usuario", owner = "mesa" }]', "[]", "incidents.no-entra"),
    "no_such_reference": ("{hours:oficina}", "{hours:oficinas}", "{hours:oficinas}"),
    "vague_reference": ("{hours:oficina}", "{target:answer}", "{target:answer}"),
    "no_such_example_clock": ("due.answer", "due.silence", "due.silence"),
    "example_differs": ("2026-03-17T10:00:00", "2026-03-17T11:00:00", "2026-03-17T11:00:00"),
    "example_cannot_run": ('priority = "alta" }', 'priority = "altísima" }', "[[examples]]"),
    "bad_instant": ("opened = 2026-03-16T16:00:00", "opened = 2026-03-16", "opened = 2026"),
}
#: What is only a question.
QUESTIONS = {
    "no_target_at_all": ('[[targets]]\nclock = "silence"\ntarget = "24 hours"\ncalendar = "continuo"\n', "", "[clocks.silence]"),
    "no_target": ('baja = ["1 business day"]\n', "", "[clocks.answer]"),
    "hours_outside": ('label = "Correo"', 'label = "Correo"\nhours = "continuo"', 'hours = "continuo"'),
    "no_calendar": ('target = "24 hours"\ncalendar = "continuo"', 'target = "24 hours"', 'target = "24 hours"'),
    "channel_not_in_plan": ('source = "T1"', "source = 'T1'\nchannels = { baja = ['telefono'] }", "['telefono']"),
    "dearer_slower": (
        'plan = ["basico", "total"]',
        'plan = "total"\nrows = "priority"\nclock = "answer"\nalta = "3 business hours"\n[[targets]]\nplan = "basico"',
        "3 business hours",
    ),
}


def test_the_manual_to_be_spoiled_has_no_fault() -> None:
    assert small().warnings == ()


@pytest.mark.parametrize("code", SPOILS)
def test_a_fault_is_found_on_its_line(code) -> None:
    before, after, where = SPOILS[code]
    text = spoiled(before, after)

    found = {(fault.code, fault.line) for fault in faults_of(text).faults}

    place = "[[targets]]\n" + where if code in {"one_clock", "no_rows"} else where
    assert (code, line_of(text, place)) in found


@pytest.mark.parametrize("code", QUESTIONS)
def test_a_question_is_a_warning_and_stops_nothing(code) -> None:
    before, after, where = QUESTIONS[code]
    text = spoiled(before, after)

    assert (code, line_of(text, where)) in {(warning.code, warning.line) for warning in small(text).warnings}


@pytest.mark.parametrize("code", QUESTIONS)
def test_a_question_reads_as_file_line_what_in_both_languages(code) -> None:
    before, after, _ = QUESTIONS[code]
    warning = next(warning for warning in small(spoiled(before, after)).warnings if warning.code == code)

    spanish, english = warning.sentence("es"), warning.sentence("en")

    assert spanish.startswith(f"small.toml:{warning.line}: ")
    assert spanish != english


@pytest.mark.parametrize(
    ("hours", "asked"),
    [
        ('{ mon-fri = "09:00-17:00" }', False),
        ('{ mon-fri = ["09:00-12:00", "12:00-17:00"] }', False),
        ('{ mon = "09:00-17:00" }', False),
        ('{ mon-fri = "08:59-17:00" }', True),
        ('{ sat = "10:00-11:00" }', True),
        ('{ fri = "16:00-01:00" }', True),
    ],
)
def test_hours_of_a_channel_are_asked_about_only_outside_its_plan_s(hours, asked) -> None:
    text = spoiled('label = "Correo"', 'label = "Correo"\nhours = "correo"')
    text = text.replace("[calendars.continuo]", f'[calendars.correo]\nlabel = "Correo"\nopen = {hours}\n\n[calendars.continuo]')

    assert ["hours_outside" for warning in small(text).warnings if warning.code == "hours_outside"] == ["hours_outside"] * asked


def test_every_kind_of_fault_is_tried_here() -> None:
    assert {*SPOILS, *QUESTIONS} == set(wording._SENTENCES)


@pytest.mark.parametrize("code", SPOILS)
def test_a_fault_reads_as_file_line_what_in_both_languages(code) -> None:
    before, after, _ = SPOILS[code]
    fault = next(fault for fault in faults_of(spoiled(before, after)).faults if fault.code == code)

    spanish, english = fault.sentence("es"), fault.sentence("en-gb")

    assert spanish.startswith(f"small.toml:{fault.line}: ")
    assert english.startswith(f"small.toml:{fault.line}: ")
    assert spanish != english
    assert "{" not in spanish.replace("{ mon-fri", "")


def test_every_fault_is_told_at_once_in_the_order_of_the_lines() -> None:
    text = (
        TEXT.replace('channels = ["email"]', 'channels = ["emial"]').replace("2 business hours", "pronto").replace('"ignore"', '"forget"')
    )

    faults = faults_of(text)

    assert [fault.code for fault in faults.faults] == ["no_such", "no_such", "no_such", "bad_target"]
    assert [fault.line for fault in faults.faults] == sorted(fault.line for fault in faults.faults)


@pytest.mark.parametrize("key", ["pauses_in", "on_reopen", "on_reclassify"])
def test_a_clock_that_does_not_say_what_it_does_is_a_fault_with_advice(key) -> None:
    first = TEXT.index(f"\n{key} =") + 1
    text = TEXT[:first] + TEXT[TEXT.index("\n", first) + 1 :]

    (line,) = faults_of(text).lines("es")

    assert f"falta «{key}» en [clocks.answer]; diga" in line


def test_a_closure_that_does_not_say_whether_a_case_reopens_is_a_fault() -> None:
    (line,) = faults_of(spoiled('reopen_within = "none"\n', "")).lines("en")

    assert line.endswith("""'reopen_within' is missing in [closure]; say within what time a closed case is reopened, or "none\"""")


def test_a_wrong_name_is_answered_with_the_nearest_known_one() -> None:
    (line,) = faults_of(spoiled('channels = ["email"]', 'channels = ["emial"]')).lines("es")

    assert line == f"small.toml:{line_of(TEXT, 'channels = [')}: «emial» no es un canal de este manual; ¿quiso decir «email»?"


def test_a_name_like_no_other_is_answered_with_those_there_are() -> None:
    (line,) = faults_of(spoiled('tell = ["assignee"]', 'tell = ["x"]')).lines("en")

    assert line.endswith("'x' is not somebody to tell; there are: assignee, team, agente")


def test_hours_that_run_past_sunday_night_overlap_monday_morning() -> None:
    text = spoiled('mon-fri = "09:00-17:00"', 'mon = "05:00-17:00", sun = "22:00-06:00"')

    assert [fault.code for fault in faults_of(text).faults] == ["overlap"]


def test_a_manual_that_ends_in_the_middle_of_a_list_is_found_at_its_end() -> None:
    (fault,) = faults_of(TEXT + "x = [1,\n").faults

    assert fault.code == "syntax"
    assert fault.line >= TEXT.count("\n") + 1
