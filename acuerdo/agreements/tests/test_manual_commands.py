"""`acuerdo manual check` and `acuerdo manual show`."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from acuerdo.core.agreements.tests.small import TEXT
from acuerdo.manuals import shipped, text_of


def check(tmp_path, text: str, language: str = "es"):
    """Give what is said on standard output and error, and the exit status."""
    file = tmp_path / "mi-manual.toml"
    file.write_text(text, encoding="utf-8")
    out, err, status = io.StringIO(), io.StringIO(), 0
    try:
        with translation.override(language):
            call_command("manual_check", str(file), stdout=out, stderr=err, no_color=True)
    except SystemExit as stopped:
        status = stopped.code
    return out.getvalue(), err.getvalue(), status


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_manual_is_right_with_the_library_s_holidays(tmp_path, name) -> None:
    out, err, status = check(tmp_path, text_of(name))

    assert (err, status) == ("", 0)
    assert "correcto" in out


def test_every_error_is_said_at_once_on_standard_error_with_status_1(tmp_path) -> None:
    _, err, status = check(tmp_path, TEXT.replace('["email"]', '["emial"]').replace("2 business hours", "pronto"))

    assert status == 1
    assert "mi-manual.toml:37: «emial» no es un canal de este manual; ¿quiso decir «email»?" in err
    assert "«pronto» no es un tiempo" in err
    assert "2 errores" in err


def test_errors_are_said_in_the_reader_s_language(tmp_path) -> None:
    _, err, _ = check(tmp_path, TEXT.replace('["email"]', '["emial"]'), language="en")

    assert "'emial' is not a channel of this manual; did you mean 'email'?" in err


def test_a_country_without_known_holidays_is_an_error_on_its_line(tmp_path) -> None:
    _, err, status = check(tmp_path, TEXT.replace('holidays = "CO"', 'holidays = "XX"'))

    assert status == 1
    assert "mi-manual.toml:13: «XX» no es un país con festivos conocidos" in err


def test_a_manual_is_shown_cell_by_cell_beside_the_words_of_the_document() -> None:
    out = io.StringIO()

    call_command("manual_show", "proware", stdout=out, no_color=True)

    assert "Plan Innovador · Crítico · Tiempo de respuesta: < 2 business hours  «< 2 horas»  PRO-T2.1" in out.getvalue()


def test_what_is_no_manual_is_refused_with_those_there_are() -> None:
    with pytest.raises(CommandError, match="proware"):
        call_command("manual_show", "prowar")
