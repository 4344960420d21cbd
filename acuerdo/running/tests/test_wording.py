"""Everything said at the terminal exists in both languages."""

import ast
import string
from pathlib import Path

import pytest

from acuerdo.running import wording
from acuerdo.running.english import ENGLISH

ROOM = Path(wording.__file__).parent
SAYS = {"say", "sentence", "refuse"}


def said() -> set[str]:
    """Find the Spanish sentences in the code: first arguments of what says them."""
    found = set()
    for file in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                words = node.args if not isinstance(node.func, ast.Name) or node.func.id not in SAYS else node.args[:1]
                speaks = isinstance(node.func, ast.Name) and node.func.id in SAYS
                callback = any(isinstance(one, ast.Name) and one.id in SAYS for one in node.args)
                if speaks or callback:
                    found |= {one.value for one in words if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return found


def facts(text: str) -> set[str]:
    """Find the names in braces."""
    return {name for _text, name, _format, _conversion in string.Formatter().parse(text) if name}


def test_every_sentence_has_its_english_and_no_english_is_left_over() -> None:
    assert said() == set(ENGLISH)


@pytest.mark.parametrize("spanish", ENGLISH)
def test_both_languages_tell_the_same_facts(spanish: str) -> None:
    assert facts(spanish) == facts(ENGLISH[spanish])


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "es"),
        ({"LANG": "C.UTF-8"}, "es"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "es_CO.UTF-8"}, "es"),
        ({"LANG": "en_US.UTF-8", "ACUERDO_LANG": "es"}, "es"),
        ({"LANG": "es_CO.UTF-8", "ACUERDO_LANG": "en"}, "en"),
    ],
)
def test_the_language_is_the_persons(environment: dict[str, str], expected: str) -> None:
    assert wording.language(environment) == expected
