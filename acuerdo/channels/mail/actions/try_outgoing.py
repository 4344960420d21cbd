"""Trying the way out, step by step, without sending anything: what it says is what stands in the way."""

import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial

#: A server that says nothing for so long is not there, seconds.
PATIENCE = 10
ACCEPTED = 250


@dataclass(frozen=True)
class Server:
    """The SMTP server that mails go out through."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls: bool = False


@dataclass(frozen=True)
class Step:
    """One step: `dns`, `connect`, `tls`, `login`, `sender`; `problem` is a code, "" where it went well; `detail` the server's words."""

    name: str
    problem: str = ""
    detail: str = ""


def try_outgoing(server: Server, sender: str, *, patience: float = PATIENCE) -> list[Step]:
    """Take each step until one fails. Blocks for at most a few times `patience` seconds; nothing of the password is in what it says."""
    return list(steps(server, sender, patience))


def steps(server: Server, sender: str, patience: float) -> Iterator[Step]:
    """Name, connection, TLS, login, and whether our address may send."""
    try:
        socket.getaddrinfo(server.host, server.port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        yield Step("dns", "no_such_host", str(error))
        return
    yield Step("dns")
    with closing(smtplib.SMTP(timeout=patience)) as smtp:
        for name, take in (("connect", connect), ("tls", secure), ("login", login), ("sender", offer)):
            step = taken(name, partial(take, smtp, server, sender))
            if step is None:
                continue
            yield step
            if step.problem:
                return


#: What goes wrong, by what is raised; the first that fits.
PROBLEMS: tuple[tuple[type[Exception], str], ...] = (
    (ssl.SSLCertVerificationError, "certificate"),
    (ssl.SSLError, "tls_failed"),
    (smtplib.SMTPNotSupportedError, "not_offered"),
    (smtplib.SMTPResponseException, "refused_by_server"),
    (smtplib.SMTPException, "no_smtp"),
    (TimeoutError, "silence"),
    (ConnectionRefusedError, "nobody_there"),
    (OSError, "unreachable"),
)


def taken(name: str, take: Callable[[], bool]) -> Step | None:
    """Take a step; None where it was not needed."""
    try:
        return Step(name) if take() else None
    except (OSError, smtplib.SMTPException) as error:
        # A server that goes silent in mid-conversation is told by smtplib as one that hung up.
        cause = error.__context__ if isinstance(error.__context__, TimeoutError) else error
        problem = next(code for kind, code in PROBLEMS if isinstance(cause, kind))
        return Step(name, problem, said(error))


def said(error: Exception) -> str:
    """The words of whoever refused."""
    if isinstance(error, smtplib.SMTPResponseException):
        words = error.smtp_error.decode(errors="replace") if isinstance(error.smtp_error, bytes) else str(error.smtp_error)
        return f"{error.smtp_code} {words}"[:200]
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    return (getattr(error, "reason", "") or getattr(error, "strerror", "") or "")[:200]


def connect(smtp: smtplib.SMTP, server: Server, _sender: str) -> bool:
    """Reach it, and say who we are."""
    code, said = smtp.connect(server.host, server.port)
    if code != 220:  # noqa: PLR2004  RFC 5321: the greeting
        raise smtplib.SMTPConnectError(code, said)
    smtp.ehlo_or_helo_if_needed()
    return True


def secure(smtp: smtplib.SMTP, server: Server, _sender: str) -> bool:
    """STARTTLS, with the certificate checked as the sending checks it."""
    if not server.tls:
        return False
    smtp.starttls(context=ssl.create_default_context())
    smtp.ehlo()
    return True


def login(smtp: smtplib.SMTP, server: Server, _sender: str) -> bool:
    """Say who we are, where that was asked for."""
    if not server.user:
        return False
    smtp.login(server.user, server.password)
    return True


def offer(smtp: smtplib.SMTP, _server: Server, sender: str) -> bool:
    """Ask whether our address may send, and take it back."""
    code, said = smtp.mail(sender)
    if code != ACCEPTED:
        raise smtplib.SMTPSenderRefused(code, said, sender)
    smtp.rset()
    return True
