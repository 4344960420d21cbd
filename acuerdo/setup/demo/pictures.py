"""Small files that customers attach: a screen as a PNG, a log as text. The same name and seed give the same bytes."""

import struct
import zlib
from datetime import datetime, timedelta
from random import Random

WIDTH, HEIGHT = 320, 200
SHEET, BAR, LINE, ERROR = (246, 247, 249), (52, 70, 104), (206, 212, 220), (196, 62, 48)


def screen(rng: Random) -> bytes:
    """A picture of a window: its bar, lines of a table, and one of them in red."""
    rows = [pixels(BAR) if y < 22 else pixels(SHEET) for y in range(HEIGHT)]
    wrong = rng.randrange(3, 8)
    for line in range(9):
        top, length = 38 + line * 17, rng.randrange(90, 280)
        drawn = pixels(SHEET, 16) + pixels(ERROR if line == wrong else LINE, length) + pixels(SHEET, WIDTH - 16 - length)
        rows[top : top + 6] = [drawn] * 6
    raw = b"".join(b"\0" + row for row in rows)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b"")


def pixels(colour: tuple[int, int, int], count: int = WIDTH) -> bytes:
    """So many pixels of a colour."""
    return bytes(colour) * count


def chunk(kind: bytes, content: bytes) -> bytes:
    """One part of a PNG (its specification, 5.3)."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def log(rng: Random, at: datetime) -> bytes:
    """Some lines of a program's log that end before `at`."""
    words = ("sesión iniciada", "consulta enviada", "respuesta recibida en {n} ms", "reintento {k} de 3", "ERROR tiempo de espera agotado")
    lines = []
    for number in range(14):
        when = at - timedelta(seconds=(14 - number) * 37)
        lines.append(f"{when:%Y-%m-%d %H:%M:%S} {words[number % len(words)].format(n=rng.randrange(80, 4000), k=rng.randrange(1, 4))}")
    return "\n".join(lines).encode() + b"\n"
