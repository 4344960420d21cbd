"""Encoded words in headers (RFC 2047), also as careless programs write them."""

import binascii
import re
from itertools import groupby

from acuerdo.core.mail.characters import decode

_WORD = re.compile(r"=\?([^?\s]*)\?([bBqQ])\?([^?]*)\?=")
_ESCAPE = re.compile(rb"=([0-9A-Fa-f]{2})")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


def words(value: str) -> str:
    """Decode the encoded words of `value`; what is not one stays.

    White space between two words is dropped (§6.2), and a character may be split between them.
    """
    pieces: list[str] = []
    run: list[tuple[str, bytes]] = []
    end = 0
    for word in _WORD.finditer(value):
        gap = value[end : word.start()]
        if gap.strip() or not run:
            pieces += [_joined(run), gap]
            run = []
        charset = word[1].split("*")[0].lower()  # RFC 2231 §5 adds a language after the star
        run.append((charset, _octets(word[2], word[3])))
        end = word.end()
    return "".join([*pieces, _joined(run), value[end:]])


def base64(content: bytes) -> bytes:
    """Decode what can be read as Base64, however it is padded or broken."""
    try:
        return binascii.a2b_base64(content)
    except binascii.Error:
        letters = _NOT_BASE64.sub(b"", content)
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _octets(encoding: str, text: str) -> bytes:
    octets = text.encode("utf-8", "replace")
    if encoding in "bB":
        return base64(octets)
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), octets.replace(b"_", b" "))


def _joined(run: list[tuple[str, bytes]]) -> str:
    return "".join(
        decode(b"".join(octets for _charset, octets in same), charset) for charset, same in groupby(run, key=lambda word: word[0])
    )
