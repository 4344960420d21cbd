"""The value and the parameters of Content-Type and Content-Disposition (RFC 2045 §5.1, RFC 2231)."""

import re
from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from acuerdo.core.mail.characters import decode
from acuerdo.core.mail.words import words

_PARAMETER = re.compile(r';\s*([^=;\s]+)\s*=\s*("(?:[^"\\]|\\.)*+"|[^;]*)', re.DOTALL)
_TYPE = re.compile(r"\s*([\w!#$&^.+-]+/[\w!#$&^.+-]+)", re.ASCII)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def media_type(value: str, default: str = "text/plain") -> str:
    """Give the type in lower case; `default` where the value names none."""
    found = _TYPE.match(value)
    return found[1].lower() if found else default


def parameters(value: str) -> dict[str, str]:
    """Names in lower case, values unquoted; of a name said twice, the first."""
    found: dict[str, str] = {}
    for name, said in _PARAMETER.findall(value):
        found.setdefault(name.lower(), _unquoted(said.strip()))
    return found


def parameter(given: Mapping[str, str], name: str) -> str:
    """Give the decoded value of a parameter, from whichever of its three ways of writing is there, or ""."""
    if f"{name}*" in given:
        return _extended(given[f"{name}*"])
    if f"{name}*0" in given or f"{name}*0*" in given:
        return _continued(given, name)
    return words(given.get(name, ""))


def _unquoted(said: str) -> str:
    if len(said) > 1 and said[0] == said[-1] == '"':
        return _ESCAPED.sub(r"\1", said[1:-1])
    return said


def _extended(said: str) -> str:
    """Read charset'language'percent-encoded."""
    charset, quote, rest = said.partition("'")
    _language, second, octets = rest.partition("'")
    if not (quote and second):
        return decode(unquote_to_bytes(said))
    return decode(unquote_to_bytes(octets), charset)


def _continued(given: Mapping[str, str], name: str) -> str:
    """Join name*0, name*1* … up to the first that is missing; the charset stands in the first."""
    charset, octets = "", b""
    for place in range(len(given)):
        plain, encoded = given.get(f"{name}*{place}"), given.get(f"{name}*{place}*")
        if encoded is not None:
            if place == 0 and encoded.count("'") > 1:
                charset, _language, encoded = encoded.split("'", 2)
            octets += unquote_to_bytes(encoded)
        elif plain is not None:
            octets += plain.encode("utf-8", "replace")
        else:
            break
    return decode(octets, charset)
