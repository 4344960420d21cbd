"""Trying a mail server step by step: what it says is what stands in the way. Nothing of a password is in what it says."""

import socket
import ssl
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import NamedTuple

#: A server that says nothing for so long is not there, seconds.
PATIENCE = 10
#: Of a server's own words so much is shown.
LONGEST = 200


class Step(NamedTuple):
    """One step: `dns`, `connect`, `tls`, `login`, `sender`, `folder`, `moved`; `problem` is a code, "" where it went well.

    `detail`: the server's words where it refused, else what was found.
    """

    name: str
    problem: str = ""
    detail: str = ""


#: What goes wrong below any protocol, by what is raised; the first that fits.
OF_THE_NET: tuple[tuple[type[Exception], str], ...] = (
    (ssl.SSLCertVerificationError, "certificate"),
    (ssl.SSLError, "tls_failed"),
    (TimeoutError, "silence"),
    (ConnectionRefusedError, "nobody_there"),
    (OSError, "unreachable"),
)


def find(host: str, port: int) -> Step:
    """Look the server's name up. One's own network is usual; link-local addresses are not: there clouds hand out a machine's own keys."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        return Step("dns", "no_such_host", str(error)[:LONGEST])
    addresses = (ip_address(address[0]) for *_kind, address in found)
    if any(one.is_link_local or one.is_multicast for one in map(as_meant, addresses)):
        return Step("dns", "no_mail_there")
    return Step("dns")


def as_meant(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """An address of IPv4 that is written as one of IPv6 (RFC 4291 §2.5.5.2) is that of IPv4."""
    return (address.ipv4_mapped if isinstance(address, IPv6Address) else None) or address


def net_problem(error: Exception) -> str:
    """The code of what went wrong on the way; empty for what is no matter of the network's."""
    if isinstance(error, ssl.SSLError) and error.reason in {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG"}:
        return "not_tls"
    return next((code for kind, code in OF_THE_NET if isinstance(error, kind)), "")


def words_of(error: Exception) -> str:
    """The words of whoever refused, below any protocol."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    return str(getattr(error, "reason", "") or getattr(error, "strerror", "") or "")[:LONGEST]
