"""Whatever a text holds, reading it gives an agreement or faults with their lines: never anything else."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acuerdo.core.agreements import Agreement, Faults, read
from acuerdo.core.agreements.tests.shipped import NAMES, holidays, text_of

VALUES = (
    "1", "-1", "0.5", "inf", "-inf", "nan", "1e400", "9" * 5_000, "true", '""', '"x"', '"date"', '"none"', '"24x7"',
    "[]", "[1]", "[[]]", "[{}]", '["a", 1, {b = []}]', "{}", "{a = 1}", "[" * 3_000 + "]" * 3_000,
    "2026-01-01", "0001-01-01", "9999-12-31", "10:00:00", "2026-01-01T10:00:00", "0001-01-01T00:00:00+14:00",
    '"999999999999 days"', '"999999 business days"', '"< 0.0000001 minutes"', '"١ hour"', '"½ hours"', '"' + "9" * 5_000 + ' days"',
    '"\\u0000"', '"\\U0001F600"', '"22:00-06:00"', '"00:00-24:00"', '["00:00-12:00", "11:00-13:00"]',
    '"/etc/passwd"', '"../UTC"', '"America"', '"{target}"', '"{target:x y=}"', '"{{"',
)  # fmt: skip
LETTERS = ('"', "'", "\u202e", "\0", "é", "[", "]", "{", "}", ".", "=", "\r", "𝕏", "9", "-", "#", "\\")


@st.composite
def spoilt(draw: Any) -> str:
    """One of the manuals with a few lines cut, repeated, moved, or given another value or letter."""
    lines = text_of(draw(st.sampled_from(NAMES))).split("\n")
    anywhere = st.integers(0, len(lines) - 20)
    for slip in draw(st.lists(st.sampled_from(["cut", "repeat", "move", "value", "value", "letter"]), min_size=1, max_size=4)):
        at = draw(anywhere)
        if slip == "cut":
            del lines[at]
        elif slip == "repeat":
            lines.insert(draw(anywhere), lines[at])
        elif slip == "move":
            lines.insert(draw(anywhere), lines.pop(at))
        elif slip == "value":
            lines[at] = f"{lines[at].partition('=')[0]}= {draw(st.sampled_from(VALUES))}"
        else:
            place = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:place] + draw(st.sampled_from(LETTERS) | st.characters(codec="utf-8")) + lines[at][place:]
    return "\n".join(lines)


def outcome(text: str) -> Agreement | Faults:
    try:
        return read(text, holidays=holidays, file="manual.toml")
    except Faults as faults:
        return faults


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(spoilt())
def test_a_spoilt_manual_gives_faults_with_their_lines_or_still_an_agreement(text: str) -> None:
    got = outcome(text)
    if isinstance(got, Faults):
        last = text.count("\n") + 1
        assert all(1 <= fault.line <= last for fault in got.faults)
        assert all(line.startswith("manual.toml:") for language in ("es", "en") for line in got.lines(language))


def faults_of(text: str) -> list[str]:
    got = outcome(text)
    assert isinstance(got, Faults)
    return got.lines()


def test_lists_in_lists_without_end_are_named_by_their_line() -> None:
    assert faults_of("\n\na = " + "[" * 3_000) == [
        "manual.toml:3: hay listas o tablas dentro de otras sin fin; un manual no pasa de cuatro niveles"
    ]


def test_a_key_through_tables_without_end_is_named_by_its_line_at_once() -> None:
    said = "manual.toml:3: hay listas o tablas dentro de otras sin fin; un manual no pasa de cuatro niveles"

    assert faults_of("\n\na" + ".a" * 100_000 + " = 1") == [said]
    assert faults_of('\n\n["a"' + ' . "a"' * 100_000 + "]") == [said]
    assert faults_of("\n\nb = {a" + ".a" * 100_000 + " = 1}") == [said]


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_no_faults() -> None:
    text = "\ufeff" + text_of("sgm").replace("\n", "\r\n")

    assert isinstance(outcome(text), Agreement)


@pytest.mark.parametrize("zone", ["America", "../../etc/passwd", "/etc/localtime", ""])
def test_a_zone_that_is_a_folder_a_path_or_nothing_is_named(zone: str) -> None:
    [fault, *_] = faults_of(text_of("sgm").replace('timezone = "America/Bogota"', f'timezone = "{zone}"', 1))

    assert "zon" in fault


@pytest.mark.parametrize("share", ["-98", "100.1", "inf", "nan"])
def test_an_availability_lies_between_0_and_100_per_cent(share: str) -> None:
    [fault] = faults_of(text_of("proware").replace("availability = 98\n", f"availability = {share}\n", 1))

    assert "debe ser un porcentaje, de 0 a 100" in fault


def test_a_manual_is_named_by_an_identifier() -> None:
    [fault] = faults_of(text_of("proware").replace('id = "proware"', 'id = "../proware"', 1))

    assert "«../proware» no sirve de identificador" in fault


def test_a_number_of_thousands_of_digits_is_named_by_its_line() -> None:
    [fault] = faults_of("\na = " + "9" * 5_000)
    assert fault.startswith("manual.toml:2: hay un número con miles de cifras")


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_manual_takes_effect_in_a_year_whose_holidays_can_be_known(year: str) -> None:
    text = text_of("sgm").replace("effective_from = 2", f"effective_from = {year}-01-01 # 2", 1)
    assert any(f"«{year}-01-01» no es una fecha" in fault for fault in faults_of(text))


def test_every_dated_exception_that_runs_into_its_neighbour_is_named_by_its_own_line() -> None:
    exceptions = 'exceptions = { 2026-12-24 = "22:00-10:00", 2026-12-27 = "20:00-04:00", 2026-12-28 = "03:00-05:00" }'
    open_ = 'open = { mon-fri = "09:00-17:00" }'
    text = text_of("proware").replace(open_, f"{open_}\n{exceptions}", 1)
    line = text[: text.index("exceptions = {")].count("\n") + 1

    # 24 December 2026 is a Thursday: its night would run into a Friday that is Christmas and closed, so that one may stand.
    said = "se cruzan con las del día anterior o siguiente; deje que unas terminen antes de que empiecen las otras"
    assert faults_of(text) == [f"manual.toml:{line}: las horas del 2026-12-28 {said}"]
