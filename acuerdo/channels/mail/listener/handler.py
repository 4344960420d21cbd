"""What the door answers: who receives mail here, and what became of a message."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import close_old_connections
from django.utils import timezone

from acuerdo.channels.mail.actions.deliver import deliver
from acuerdo.channels.mail.actions.receive import TROUBLE
from acuerdo.channels.mail.listener.limits import RECIPIENTS, THREADS
from acuerdo.channels.mail.queries import desk_at
from acuerdo.core.mail import not_a_message
from acuerdo.desks.queries import leave_desks

log = logging.getLogger(__name__)
T = TypeVar("T")

#: In ASCII, for every server's log; first English, then Spanish.
TAKEN = "250 2.0.0 Stored. Guardado."
NOBODY = "550 5.1.1 No desk receives mail at this address; check it. Ninguna mesa recibe correo ahi."
TOO_MANY = "452 4.5.3 Too many recipients; send the rest apart. Demasiados destinatarios."
LATER = "451 4.3.0 Not stored; try again later. No se guardo; se puede intentar de nuevo."
NO_MAIL = "554 5.6.0 This is no mail message: it is empty or has no header. No es un mensaje de correo."
#: Said in one line a message: while the database is away there may be many.
AWAY = "the other side keeps a message: %s"


class Addressed(Envelope):
    """A message's envelope, its recipients by the schemas of their desks."""

    def __init__(self) -> None:
        """For nobody yet."""
        super().__init__()
        self.desks: dict[str, list[str]] = {}


class Door:
    """The hooks that aiosmtpd calls. One for all connections."""

    def __init__(self) -> None:
        """Open the threads."""
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="mail")

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.threads, work)

    async def handle_RCPT(  # noqa: N802  the library's name
        self, _server: SMTP, _session: Session, envelope: Addressed, address: str, options: list[str]
    ) -> str:
        """Take an address that leads to a desk."""
        if len(envelope.rcpt_tos) >= RECIPIENTS:
            return TOO_MANY
        try:
            schema = await self._in_thread(lambda: schema_at(address))
        except TROUBLE as problem:
            log.warning(AWAY, problem)
            return LATER
        except Exception:
            log.exception("could not look up a recipient")
            return LATER
        if not schema:
            return NOBODY
        envelope.desks.setdefault(schema, []).append(address)
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Addressed) -> str:  # noqa: N802
        """Store the message, then say so."""
        raw = envelope.original_content or b""
        if not_a_message(raw):
            return NO_MAIL
        sender = (envelope.mail_from or "").strip("<>")
        try:
            await self._in_thread(lambda: deliver(raw, envelope_from=sender, recipients=envelope.desks, at=timezone.now()))
        except TROUBLE as problem:
            log.warning(AWAY, problem)
            return LATER
        except Exception:
            log.exception("a message was not stored")
            return LATER
        return TAKEN

    async def handle_exception(self, error: Exception) -> str:
        """Whatever else goes wrong: the other side keeps the message."""
        log.error("the connection failed", exc_info=error)
        return LATER

    def close(self) -> None:
        """Let the threads end, and with them their connections to the database."""
        self.threads.shutdown(wait=True, cancel_futures=True)


def schema_at(address: str) -> str:
    """The schema of the desk that an address leads to, or ""."""
    close_old_connections()
    leave_desks()
    desk = desk_at(address)
    return desk.schema_name if desk else ""
