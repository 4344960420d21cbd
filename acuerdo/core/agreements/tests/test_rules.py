"""Every rule of the documents that is the desk's is said by its file, which names it in a `source` or a `note`; so is every reading."""

import re

import pytest

from acuerdo.core.agreements.tests.shipped import text_of

PREFIXES = {"proware": "PRO", "digitalware": "DIG", "soporte": "SOP", "interwapp": "INT", "sgm": "SGM"}
#: The rules marked [desk] in requirements.md.
DESK = {
    "PRO": "1 3 5 7-20 23-25 27 30-43 45-55 57-69 71 75",
    "DIG": "2-28 30-37 40-41 42-51 53-58 60-63 65-78 80 82 85-87 89 91-94",
    "SOP": "3-15 17-33",
    "INT": "67-70 73-75 84 86-90 92-93 95 97-126 142",
    "SGM": "3-6 9-11 14-47",
}
#: How many readings of an ambiguity there are, and those that move nothing that a file says.
READINGS = {"PRO": 20, "DIG": 22, "SOP": 12, "INT": 22, "SGM": 22}
ELSEWHERE = {
    "INT-A13": "the product keeps passwords with argon2, and speaks TLS always",
    "SGM-046": "the CRM of the document is the product itself",
}


def spread(ranges: str, prefix: str) -> set[str]:
    pairs = (part.partition("-") for part in ranges.split())
    return {f"{prefix}-{number:03}" for first, _, last in pairs for number in range(int(first), int(last or first) + 1)}


def cited(name: str) -> set[str]:
    """Read the IDs in a file; «PRO-035 a PRO-038» are four."""
    text, prefix = text_of(name), PREFIXES[name]
    runs = re.findall(rf"{prefix}-(\d+) a {prefix}-(\d+)", text)
    return {
        *re.findall(rf"{prefix}-A?\d+", text),
        *(f"{prefix}-{number:03}" for first, last in runs for number in range(int(first), int(last) + 1)),
    }


@pytest.mark.parametrize("name", PREFIXES)
def test_a_rule_that_is_the_desk_s_is_named_where_its_file_says_it(name) -> None:
    prefix = PREFIXES[name]

    assert spread(DESK[prefix], prefix) - cited(name) <= set(ELSEWHERE)


@pytest.mark.parametrize("name", PREFIXES)
def test_a_reading_of_an_ambiguity_is_noted_in_its_file(name) -> None:
    prefix = PREFIXES[name]

    assert {f"{prefix}-A{number}" for number in range(1, READINGS[prefix] + 1)} - cited(name) <= set(ELSEWHERE)
