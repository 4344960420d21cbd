"""What a contract agrees apart as text, in the shapes of the manual file: read with its lines, and written."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.book import SLUG
from acuerdo.core.agreements.faults import Faults
from acuerdo.core.agreements.overrides import read_overrides
from acuerdo.core.agreements.positions import lines_of
from acuerdo.core.agreements.syntax import refuse_endless_keys, syntax_fault

FILE = "contract"
_CONTROL = re.compile(r'[\x00-\x1f\x7f"\\]')


def read_contract(text: str, agreement: Agreement) -> dict[str, Any]:
    """Give the overrides that a text says, checked against a manual as strictly as the manual itself. Raises Faults with their lines."""
    try:
        refuse_endless_keys(FILE, text)
        said, lines = tomllib.loads(text), lines_of(text)
    except (ValueError, RecursionError) as error:
        raise Faults([syntax_fault(FILE, text, error)]) from error
    read_overrides(said, agreement.known, agreement.channels, lines)
    return said


def contract_text(overrides: Mapping[str, Any]) -> str:
    """Write overrides as a text that reads back to the same: values first, then each table under its own heading."""
    plain = {key: value for key, value in overrides.items() if key != "targets"}
    parts = ["\n".join(f"{_key(key)} = {_value(value)}" for key, value in plain.items())] if plain else []
    parts += ["\n".join(["[[targets]]", *_lines(table)]) for table in overrides.get("targets", ())]
    return "\n\n".join(parts) + "\n" if parts else ""


def _lines(table: Mapping[str, Any]) -> Iterator[str]:
    return (f"{_key(key)} = {_value(value)}" for key, value in table.items())


def _key(key: str) -> str:
    return key if SLUG.fullmatch(key) else _text(key)


def _value(value: Any) -> str:
    """Write any value of TOML that JSON knows, in one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{_key(key)} = {_value(inner)}' for key, inner in value.items())} }}" if value else "{}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(_value, value))}]"
    return value.isoformat() if isinstance(value, date) else str(value)


def _text(text: str) -> str:
    return '"' + _CONTROL.sub(lambda found: f"\\{found[0]}" if found[0] in '"\\' else f"\\u{ord(found[0]):04x}", text) + '"'
