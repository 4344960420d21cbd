"""Trying the way out, step by step, without sending anything: what it says is what stands in the way."""

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from acuerdo.channels.mail.actions.trying import LONGEST, PATIENCE, Step, find, net_problem, words_of
from acuerdo.notifications.models import Security

ACCEPTED = 250


@dataclass(frozen=True)
class Server:
    """The SMTP server that mails go out through."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    security: str = Security.NONE


def try_outgoing(server: Server, sender: str, *, patience: float = PATIENCE) -> list[Step]:
    """Take each step until one fails. Blocks for at most a few times `patience` seconds; nothing of the password is in what it says."""
    return list(steps(server, sender, patience))


def steps(server: Server, sender: str, patience: float) -> Iterator[Step]:
    """Name, connection, TLS, login, and whether our address may send."""
    found = find(server.host, server.port)
    yield found
    if found.problem:
        return
    with closing(conversation(server, patience)) as smtp:
        for name, take in (("connect", connect), ("tls", secure), ("login", login), ("sender", offer)):
            step = taken(name, partial(take, smtp, server, sender))
            if step is None:
                continue
            yield step
            if step.problem:
                return


def conversation(server: Server, patience: float) -> smtplib.SMTP:
    """Not begun yet; encrypted from its first byte where the server wants that (RFC 8314 §3.3)."""
    encrypted = server.security == Security.TLS
    smtp = smtplib.SMTP_SSL(timeout=patience, context=ssl.create_default_context()) if encrypted else smtplib.SMTP(timeout=patience)
    # The name that the certificate must have: smtplib sets it only where its constructor connects.
    smtp._host = server.host  # type: ignore[attr-defined]  # noqa: SLF001
    return smtp


#: What goes wrong in the conversation, by what is raised; the first that fits.
PROBLEMS: tuple[tuple[type[Exception], str], ...] = (
    (smtplib.SMTPNotSupportedError, "not_offered"),
    (smtplib.SMTPResponseException, "refused_by_server"),
    (smtplib.SMTPException, "no_smtp"),
)


def taken(name: str, take: Callable[[], bool]) -> Step | None:
    """Take a step; None where it was not needed."""
    try:
        return Step(name) if take() else None
    except (OSError, smtplib.SMTPException) as error:
        # A server that goes silent in mid-conversation is told by smtplib as one that hung up.
        cause = error.__context__ if isinstance(error.__context__, TimeoutError) else error
        # SMTPException is an OSError too: its own kinds come first.
        problem = next((code for kind, code in PROBLEMS if isinstance(cause, kind)), "") or net_problem(cause)
        return Step(name, problem, said(error))


def said(error: Exception) -> str:
    """The words of whoever refused."""
    if isinstance(error, smtplib.SMTPResponseException):
        words = error.smtp_error.decode(errors="replace") if isinstance(error.smtp_error, bytes) else str(error.smtp_error)
        return f"{error.smtp_code} {words}"[:LONGEST]
    return words_of(error)


def connect(smtp: smtplib.SMTP, server: Server, _sender: str) -> bool:
    """Reach it, and say who we are."""
    code, said = smtp.connect(server.host, server.port)
    if code != 220:  # noqa: PLR2004  RFC 5321: the greeting
        raise smtplib.SMTPConnectError(code, said)
    smtp.ehlo_or_helo_if_needed()
    return True


def secure(smtp: smtplib.SMTP, server: Server, _sender: str) -> bool:
    """STARTTLS, with the certificate checked as the sending checks it."""
    if server.security != Security.STARTTLS:
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
