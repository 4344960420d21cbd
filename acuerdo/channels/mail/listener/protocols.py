"""SMTP and LMTP as aiosmtpd speaks them, with what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP

from acuerdo.channels.mail.listener.handler import Addressed
from acuerdo.channels.mail.listener.limits import CONNECTIONS, LARGEST, LONGEST_LINE, PATIENCE

if TYPE_CHECKING:
    import asyncio

    from acuerdo.channels.mail.listener.handler import Door

FULL = b"421 4.3.2 Too many connections; come back in a moment. Demasiadas conexiones.\r\n"


class Connections:
    """Which connections there are, and which of them are handing over a message."""

    def __init__(self) -> None:
        """None yet."""
        self.open: set[Counted] = set()
        self.handing_over: set[Counted] = set()


class Counted(SMTP):
    """SMTP with a bound on connections, long lines, and a count of messages under way."""

    line_length_limit = LONGEST_LINE

    def __init__(self, door: Door, connections: Connections, hostname: str, loop: asyncio.AbstractEventLoop) -> None:
        """Set our limits."""
        super().__init__(
            door, data_size_limit=LARGEST, enable_SMTPUTF8=True, hostname=hostname, ident="Acuerdo", timeout=PATIENCE, loop=loop
        )
        self.connections = connections

    def _create_envelope(self) -> Addressed:
        """Remember which desk each recipient was found to lead to."""
        return Addressed()

    def connection_made(self, transport: Any) -> None:
        """Turn away one too many."""
        if len(self.connections.open) >= CONNECTIONS:
            transport.write(FULL)
            transport.close()
            return
        self.connections.open.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Forget it."""
        if self in self.connections.open:
            self.connections.open.discard(self)
            super().connection_lost(error)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        """Count the message as under way until it is answered."""
        self.connections.handing_over.add(self)
        try:
            await super().smtp_DATA(arg)
        finally:
            self.connections.handing_over.discard(self)


class PerRecipient(Counted, LMTP):
    """LMTP: after the message one answer for each recipient that was taken (RFC 2033 §4.2)."""

    #: How often the next answer is said.
    times = 1

    async def push(self, status: Any) -> None:
        """Say an answer, as often as it is due."""
        said = status if isinstance(status, str) else status.decode()
        if self.times > 1 and not said.startswith("354"):
            said = "\r\n".join([said] * self.times)
        await super().push(said)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        """Answer per recipient, but complain of the command itself only once."""
        taken = len(self.envelope.rcpt_tos) if self.envelope else 0
        self.times = 1 if arg else max(1, taken)
        try:
            await super().smtp_DATA(arg)
        finally:
            self.times = 1
