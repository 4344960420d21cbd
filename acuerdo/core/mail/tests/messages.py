"""Raw messages to begin from."""

from base64 import b64encode

PLAIN = b"""Return-Path: <marcela@cafe.example>
Received: from mx.cafe.example by mx.proware.example; Mon, 23 Nov 2026 16:15:02 -0500
Message-ID: <CAF1@cafe.example>
Date: Mon, 23 Nov 2026 16:15:00 -0500
From: =?utf-8?Q?Marcela_G=C3=B3mez?= <Marcela@Cafe.Example>
To: Soporte <soporte@proware.example>
Subject: =?utf-8?Q?El_reporte_de_productividad?= =?utf-8?Q?_no_abre?=
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Buenas tardes: el reporte no abre.
""".replace(b"\n", b"\r\n")


def with_header(*fields: bytes, raw: bytes = PLAIN) -> bytes:
    """Give the message with fields added on top."""
    return b"".join(field + b"\r\n" for field in fields) + raw


def without(*names: bytes, raw: bytes = PLAIN) -> bytes:
    """Give the message without the fields of these names."""
    head, body = raw.split(b"\r\n\r\n", 1)
    kept = [line for line in head.split(b"\r\n") if line.split(b":")[0] not in names]
    return b"\r\n".join(kept) + b"\r\n\r\n" + body


def part(content_type: str, content: str | bytes, *fields: str) -> bytes:
    """Make a part of a multipart, its content in Base64."""
    octets = content.encode() if isinstance(content, str) else content
    head = [f"Content-Type: {content_type}", "Content-Transfer-Encoding: base64", *fields]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + b64encode(octets)


def multipart(subtype: str, *parts: bytes, boundary: str = "b1") -> bytes:
    """Make an entity that holds the parts."""
    mark = f"\r\n--{boundary}".encode()
    body = b"".join(mark + b"\r\n" + each for each in parts) + mark + b"--\r\n"
    return f'Content-Type: multipart/{subtype}; boundary="{boundary}"\r\n'.encode() + b"\r\n" + body


def message(entity: bytes) -> bytes:
    """Give the entity as a message from Marcela."""
    return without(b"MIME-Version", b"Content-Type").split(b"\r\n\r\n")[0] + b"\r\n" + entity
