"""`acuerdo manual diff`, `acuerdo manual schema`, and shipped manuals by their names."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from acuerdo.core.agreements.tests.small import TEXT


def said(*arguments: str, language: str = "es") -> str:
    out = io.StringIO()
    with translation.override(language):
        call_command(*arguments, stdout=out, no_color=True)
    return out.getvalue()


@pytest.fixture
def versions(tmp_path):
    """A manual and its next version, as files."""
    before, after = tmp_path / "antes.toml", tmp_path / "ahora.toml"
    before.write_text(TEXT, encoding="utf-8")
    after.write_text(TEXT.replace('version = "1"', 'version = "2"').replace('["1 business day"]', '["2 business days"]'), encoding="utf-8")
    return str(before), str(after)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("es", ["Versión: 1 → 2", "Baja, respuesta: 1 → 2 días hábiles"]),
        ("en", ["Version: 1 → 2", "Baja, respuesta: 1 → 2 business days"]),
    ],
)
def test_two_files_are_compared_in_the_reader_s_language(versions, language, lines) -> None:
    assert said("manual_diff", *versions, language=language).splitlines() == lines


def test_a_shipped_manual_says_the_same_as_itself() -> None:
    assert said("manual_diff", "sgm", "sgm") == "Dicen lo mismo.\n"


def test_a_manual_with_faults_is_not_compared_and_its_faults_are_told(versions, tmp_path) -> None:
    wrong = tmp_path / "malo.toml"
    wrong.write_text(TEXT.replace('["email"]', '["emial"]'), encoding="utf-8")

    with pytest.raises(CommandError, match="«emial» no es un canal"):
        said("manual_diff", versions[0], str(wrong))


def test_a_shipped_manual_is_checked_by_its_name() -> None:
    assert "sgm: correcto" in said("manual_check", "sgm")


@pytest.mark.parametrize(("language", "name"), [("es", "Calendario"), ("en", "Calendar")])
def test_the_schema_is_written_with_names_in_the_reader_s_language(language, name) -> None:
    schema = json.loads(said("manual_schema", language=language))

    assert schema["properties"]["calendars"]["description"] == name
