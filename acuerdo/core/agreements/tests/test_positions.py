"""The index knows on which line everything stands."""

import tomllib

import pytest

from acuerdo.core.agreements.positions import lines_of
from acuerdo.core.agreements.tests.shipped import NAMES, text_of

TRICKY = '''\
# [not.a.table]
title = "a # no comment, [no header], \\" no end"   # a comment with "quotes"

[a.b]
literal = 'C:\\no\\escape'
"quoted key" = 1
dotted.inner = { x = 1, y = [1, 2] }
many = [
  "one",   # first
  # nothing
  { z = "]" },
]
text = """
[fake]
fake = "1"
ends in a quote"""""

[[list]]
n = 1
[list.sub]
m = 2026-01-01 10:00:00

[[list]]
n = 2
sub.m = 3
'''


def test_headers_keys_and_items_are_found_on_their_lines() -> None:
    tomllib.loads(TRICKY)
    lines = lines_of(TRICKY)

    wanted = {
        ("title",): 2,
        ("a",): 4,
        ("a", "b"): 4,
        ("a", "b", "quoted key"): 6,
        ("a", "b", "dotted"): 7,
        ("a", "b", "dotted", "inner", "y", 1): 7,
        ("a", "b", "many", 0): 9,
        ("a", "b", "many", 1, "z"): 11,
        ("a", "b", "text"): 13,
        ("list", 0): 18,
        ("list", 0, "sub", "m"): 21,
        ("list", 1, "n"): 24,
        ("list", 1, "sub", "m"): 25,
    }
    assert {path: lines.get(path) for path in wanted} == wanted


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_a_manual_says_has_a_line_that_shows_it(name) -> None:
    text = text_of(name)
    lines, shown = lines_of(text), text.splitlines()

    for path in _paths(tomllib.loads(text)):
        assert path in lines, path
        if isinstance(path[-1], str):
            assert path[-1] in shown[lines[path] - 1], path


def _paths(value, path=()):
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _paths(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _paths(inner, (*path, index))
