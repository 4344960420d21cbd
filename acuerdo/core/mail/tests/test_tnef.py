"""Files that Outlook packs into winmail.dat."""

from struct import pack

from hypothesis import given
from hypothesis import strategies as st

from acuerdo.core.mail import read
from acuerdo.core.mail.tests.messages import message, multipart, part
from acuerdo.core.mail.tests.repeatable import repeatable
from acuerdo.core.mail.tnef import unpacked


def attribute(number: int, value: bytes) -> bytes:
    return pack("<BHHI", 2, number, 6, len(value)) + value + pack("<H", sum(value) & 0xFFFF)


def text(number: int, said: str) -> bytes:
    value = f"{said}\0".encode("utf-16-le")
    return pack("<HHII", 0x1F, number, 1, len(value)) + value + b"\0" * (-len(value) % 4)


def properties(*each: bytes) -> bytes:
    return attribute(0x9005, pack("<I", len(each)) + b"".join(each))


NUMBER = pack("<HHI", 3, 0x3705, 1)
MANY_NUMBERS = pack("<HHIII", 0x1003, 0x6000, 2, 7, 8)
NAMED = pack("<HH", 3, 0x8001) + b"s" * 16 + pack("<III", 1, 5, 0)[:8] + b"name\0\0\0\0" + pack("<I", 9)
FIRST = (
    attribute(0x9002, b"\0" * 14)
    + attribute(0x8010, b"CONTRA~1.PDF\0")
    + attribute(0x800F, b"%PDF-1.4")
    + properties(NUMBER, MANY_NUMBERS, NAMED, text(0x3707, "Contrato año 2026.pdf"), text(0x370E, "application/pdf"))
)
SECOND = attribute(0x9002, b"\0" * 14) + attribute(0x8010, "señal.png\0".encode("cp1252")) + attribute(0x800F, b"png")
WINMAIL = b"\x78\x9f\x3e\x22\x01\x00" + attribute(0x9007, pack("<II", 1252, 0)) + FIRST + SECOND


def test_the_files_that_outlook_packed_stand_before_what_they_were_packed_in() -> None:
    packed = part('application/ms-tnef; name="winmail.dat"', WINMAIL)

    parts = read(message(multipart("mixed", part("text/plain", "hola"), packed))).parts

    assert [(each.filename, each.content_type, each.content) for each in parts] == [
        ("Contrato año 2026.pdf", "application/pdf", b"%PDF-1.4"),
        ("señal.png", "application/octet-stream", b"png"),
        ("winmail.dat", "application/ms-tnef", WINMAIL),
    ]


def test_what_is_cut_off_gives_the_files_before() -> None:
    assert [each.name for each in unpacked(WINMAIL[: -len(SECOND)])] == ["Contrato año 2026.pdf"]
    assert unpacked(WINMAIL[2:]) == []
    assert unpacked(b"") == []


def test_lengths_that_lie_end_at_once() -> None:
    endless = pack("<I", 0xFFFFFFFF) + pack("<HHI", 0x1003, 0x3707, 0xFFFFFFFF) + b"\0" * 1000

    assert unpacked(WINMAIL[:6] + attribute(0x9002, b"") + attribute(0x800F, b"x") + attribute(0x9005, endless))[0].name == ""


@repeatable
@given(st.lists(st.tuples(st.integers(6, len(WINMAIL) - 1), st.integers(0, 255)), max_size=8), st.integers(0, len(WINMAIL)))
def test_nothing_that_is_packed_raises(changes: list[tuple[int, int]], cut: int) -> None:
    broken = bytearray(WINMAIL)
    for at, octet in changes:
        broken[at] = octet

    unpacked(bytes(broken[:cut]))
