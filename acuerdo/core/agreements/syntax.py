"""Faults of TOML itself, one at a time, in the reader's language."""

import re

from acuerdo.core.agreements.faults import Fault, Faults

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")
#: Brackets in brackets that nobody means, and a number that no computer should take in.
_DEEP, _ENDLESS = re.compile(r"(?:[\[{][\s\w.=]*){40}"), re.compile(r"\d{4000}")
#: A key of a hundred parts. Reading one takes the square of its parts, so it is looked for before; whole words at a time, never back.
_LONG_KEY = re.compile(r"(?<![\w\"'-])(?:[\w\"'-]++\s*+\.\s*+){100}")

#: What `tomllib` says, by its beginning, and the same in Spanish; what is not here stays in English.
_SPANISH = {
    "Invalid statement": "esta línea no es clave = valor ni [tabla]",
    "Invalid value": "el valor no se entiende: los textos van entre comillas",
    "Expected '=' after a key": "falta «=» después de la clave",
    "Expected newline or end of document": "sobra algo al final de la línea",
    "Expected ']' at the end of a table": "falta «]» al final del nombre de la tabla",
    "Expected ']]' at the end of an array": "falta «]]» al final del nombre de la tabla",
    "Unclosed array": "falta «]» al final de la lista",
    "Unclosed inline table": "falta «}}» al final de la tabla",
    "Unterminated string": "faltan las comillas del final del texto",
    "Illegal character": "hay un carácter que no cabe en un texto de una línea",
    "Duplicate inline table key": "la misma clave está dos veces en la tabla",
    "Cannot overwrite a value": "esta clave ya tiene valor más arriba",
    "Cannot declare": "esta tabla ya se abrió más arriba",
    "Cannot mutate immutable": "esta tabla ya quedó cerrada más arriba",
}


def refuse_endless_keys(file: str, text: str) -> None:
    """Raise Faults where a key goes through a hundred tables."""
    if _LONG_KEY.search(text):
        raise Faults([Fault(file, _line_of(text, _LONG_KEY), "too_deep", {})])


def syntax_fault(file: str, text: str, error: ValueError | RecursionError) -> Fault:
    """Give the first thing that is not TOML, with its line; the last line where the text simply ends.

    A list in a list in a list without end, and a number of thousands of digits, come without a place: it is looked for.
    """
    if isinstance(error, RecursionError):
        return Fault(file, _line_of(text, _DEEP), "too_deep", {})
    said = str(error)
    if said.startswith("Exceeds the limit"):
        return Fault(file, _line_of(text, _ENDLESS), "endless_number", {})
    place = _PLACE.search(said)
    line = int(place[1]) if place and place[1] else text.count("\n") + 1
    return Fault(file, line, "syntax", {"detail": _PLACE.sub("", said), "detail_es": _in_spanish(said)})


def _line_of(text: str, what: re.Pattern[str]) -> int:
    """Find the first line of it; the first of the text where there is none."""
    found = what.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _in_spanish(said: str) -> str:
    return next((spanish for english, spanish in _SPANISH.items() if said.startswith(english)), said).replace("}}", "}")
