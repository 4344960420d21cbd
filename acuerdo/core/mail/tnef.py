"""What Outlook packs into `winmail.dat` ([MS-OXTNEF]): its files, in linear time and never raising."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from acuerdo.core.mail.characters import decode

TYPES = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
#: More files, or properties of one, are an attack: the rest stays packed. Of a text so many bytes are read.
MOST, LONGEST = 500, 2000

_SIGNATURE = b"\x78\x9f\x3e\x22"
#: Attributes, without their types (2.1.3.3.1): the code page, where a file begins, its name, its content, its properties.
_CODE_PAGE, _BEGINS, _TITLE, _DATA, _PROPERTIES = 0x9007, 0x9002, 0x8010, 0x800F, 0x9005
#: Properties of a file ([MS-OXCMSG] 2.2.2): long name, type, what the HTML calls it.
_LONG_NAME, _TYPE, _CONTENT_ID = 0x3707, 0x370E, 0x3712
_WANTED = frozenset({_LONG_NAME, _TYPE, _CONTENT_ID})
#: Bytes of a value by its type, padded; of the others each value says its length ([MS-OXCDATA] 2.11.1).
_FIXED = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_UNICODE, _SEVERAL, _NAMED = 0x1F, 0x1000, 0x8000


@dataclass(slots=True)
class Packed:
    """A file; its name and type are the sender's words, not yet safe."""

    name: str = ""
    content_type: str = "application/octet-stream"
    content_id: str = ""
    content: bytes = b""


def unpacked(content: bytes) -> list[Packed]:
    """Give the files with something in them, in their order; of what is cut off or broken, those before it."""
    files: list[Packed] = []
    charset = "cp1252"
    for attribute, value in _attributes(content):
        if attribute == _CODE_PAGE:
            charset = f"cp{int.from_bytes(value[:4], 'little')}"
        elif attribute == _BEGINS:
            if len(files) == MOST:
                break
            files.append(Packed())
        elif files:
            _take(files[-1], attribute, value, charset)
    return [file for file in files if file.content]


def _take(file: Packed, attribute: int, value: bytes, charset: str) -> None:
    if attribute == _DATA:
        file.content = value
    elif attribute == _TITLE:
        file.name = file.name or _text(value[:LONGEST], charset)
    elif attribute == _PROPERTIES:
        said = dict(_properties(value, charset))
        file.name = said.get(_LONG_NAME) or file.name
        file.content_type = said.get(_TYPE, "").lower() or file.content_type
        file.content_id = said.get(_CONTENT_ID, "").strip(" <>")[:250]


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give each attribute's number and value: level, number, type and length stand before it, a sum after it."""
    at = 6 if content.startswith(_SIGNATURE) else len(content)
    while at + 9 <= len(content):
        number, length = struct.unpack_from("<HxxI", content, at + 1)
        yield number, content[at + 9 : at + 9 + length]
        at += 9 + length + 2


def _properties(value: bytes, charset: str) -> Iterator[tuple[int, str]]:
    """Give the properties that are text, up to the first that cannot be read."""
    try:
        count, at = _number(value, 0), 4
        for _each in range(min(count, MOST)):
            kind, name = struct.unpack_from("<HH", value, at)
            at = _after_name(value, at + 4, named=name >= _NAMED)
            plain = kind & ~_SEVERAL
            several = bool(kind & _SEVERAL) or plain not in _FIXED
            values, at = (_number(value, at), at + 4) if several else (1, at)
            if plain in _FIXED:
                at += _FIXED[plain] * values
                continue
            for _one in range(min(values, MOST)):
                length, at = _number(value, at), at + 4
                if length and name in _WANTED:
                    yield name, _text(value[at : at + min(length, LONGEST)], "utf-16-le" if kind == _UNICODE else charset)
                at += length + -length % 4
    except struct.error:
        return


def _after_name(value: bytes, at: int, *, named: bool) -> int:
    """Pass over the name of a property of somebody's own: a set, then a number or a text."""
    if not named:
        return at
    length = _number(value, at + 20)
    return at + 24 if _number(value, at + 16) == 0 else at + 24 + length + -length % 4


def _number(value: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", value, at)[0])


def _text(value: bytes, charset: str) -> str:
    return decode(value, charset).strip()
