"""Another organisation's mail server: it takes every message and remembers it."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from threading import Event, Lock

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from acuerdo.running.ports import any_free


class Sink:
    """What arrived, in order. While `holds`, a message is taken in and the answer to it is kept back."""

    def __init__(self) -> None:
        self.port = any_free()
        self.arrived: list[tuple[str, EmailMessage]] = []
        self.lock = Lock()
        self.goes_on = Event()
        self.goes_on.set()

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Remember it, then say so."""
        message = BytesParser(EmailMessage, policy=default).parsebytes(envelope.original_content or b"")
        with self.lock:
            self.arrived += [(to, message) for to in envelope.rcpt_tos]
        await asyncio.get_running_loop().run_in_executor(None, self.goes_on.wait)
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        """What arrived for one address."""
        with self.lock:
            return [message for to, message in self.arrived if to == address]

    def ids(self) -> dict[str, set[str]]:
        """The Message-IDs that each address got."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        with self.lock:
            for to, message in self.arrived:
                found[to].add(str(message["Message-ID"]))
        return found

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Within the block no answer is given."""
        self.goes_on.clear()
        try:
            yield
        finally:
            self.goes_on.set()


@contextmanager
def listening() -> Iterator[Sink]:
    """A server of this machine."""
    sink = Sink()
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        sink.goes_on.set()
        controller.stop()
