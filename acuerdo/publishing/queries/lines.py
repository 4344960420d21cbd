"""Changing one line of a manual's text, and nothing else of it: its version's name, the day from which it is in force."""

import re
import tomllib
from datetime import date

from acuerdo.core.agreements.positions import lines_of


def line_of(text: str, key: str) -> int:
    """On which line, from 1, a key of `[manual]` stands; 0 where the text has none, or is no TOML."""
    try:
        tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return 0
    return lines_of(text).get(("manual", key), 0)


def with_version(text: str, name: str) -> str:
    """The text under another version's name."""
    return with_value(text, "version", f'"{name}"')


def with_day(text: str, day: date) -> str:
    """The text in force from another day."""
    return with_value(text, "effective_from", day.isoformat())


def with_value(text: str, key: str, value: str) -> str:
    """The text with another value on a key's own line; what is written after it there stays. The same text where there is no such line."""
    number = line_of(text, key)
    if not number:
        return text
    lines = text.split("\n")
    written = re.compile(rf"""^(\s*{key}\s*=\s*)("[^"]*"|'[^']*'|[^\s#]+)""")
    lines[number - 1] = written.sub(lambda found: f"{found[1]}{value}", lines[number - 1])
    return "\n".join(lines)
