"""TCP ports: is one free, which one is, does a page answer there."""

import errno
import re
import socket

from acuerdo.running.trouble import refuse

LOOPBACK = "127.0.0.1"
EVERYWHERE = {"": LOOPBACK, "0.0.0.0": LOOPBACK, "::": "::1"}  # noqa: S104 - names of addresses, nothing is bound
ANSWERED = re.compile(rb"HTTP/1\.[01] [1-4]\d\d ")
LONGEST = 200  # bytes of a first line


def is_free(port: int, address: str = LOOPBACK) -> bool:
    """Whether a server could listen there now."""
    try:
        bind(port, address)
    except OSError:
        return False
    return True


def any_free() -> int:
    """Find a port of the loopback that nobody uses at this moment."""
    return bind(0, LOOPBACK)


def must_be_free(port: int, address: str, option: str) -> None:
    """Raise Trouble naming the port and the option that chooses another."""
    try:
        bind(port, address)
    except PermissionError:
        refuse(
            "El puerto {port} es de los reservados y este usuario no puede abrirlo. Elija uno mayor que 1023 con {option}.",
            port=port,
            option=option,
        )
    except OSError as reason:
        if reason.errno == errno.EADDRINUSE:
            refuse(
                "El puerto {port} de {address} está en uso por otro programa. Ciérrelo o elija otro: acuerdo up {option} {other}",
                port=port,
                address=address,
                option=option,
                other=port + 1,
            )
        refuse(
            "No se puede escuchar en la dirección {address}: {reason}. Elija con --bind una de esta máquina.",
            address=address,
            reason=reason.strerror or reason,
        )


def bind(port: int, address: str) -> int:
    """Take the port as a server would, let it go, and say which one it was; raises OSError."""
    family, kind, protocol, _name, where = socket.getaddrinfo(address or LOOPBACK, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[
        0
    ]
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(where)
        return int(probe.getsockname()[1])


def is_open(port: int, address: str, seconds: float = 2) -> bool:
    """Whether a server listens there."""
    try:
        socket.create_connection((EVERYWHERE.get(address, address), port), timeout=seconds).close()
    except OSError:
        return False
    return True


def answers(port: int, address: str, path: str, seconds: float = 2) -> bool:
    """Whether a page answers there without an error of its own. Not through a proxy, whatever the environment says.

    Asked by hand: Python's library brings TLS and all of mail into a process that watches for months.
    """
    host = EVERYWHERE.get(address, address)
    try:
        with socket.create_connection((host, port), timeout=seconds) as connection, connection.makefile("rb") as said:
            connection.sendall(f"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode("ascii"))
            return ANSWERED.match(said.readline(LONGEST)) is not None
    except OSError:
        return False
