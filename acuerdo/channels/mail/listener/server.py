"""Listening until told to stop; what is under way is finished first."""

import asyncio
import logging
import signal
import socket
from functools import partial

from acuerdo.channels.mail.listener.handler import Door
from acuerdo.channels.mail.listener.limits import FAREWELL
from acuerdo.channels.mail.listener.protocols import Connections, Counted, PerRecipient

log = logging.getLogger(__name__)
TICK = 0.02


class Listener:
    """The SMTP door, and the LMTP one if it has a port (0: none). `ports` are those really taken."""

    def __init__(self, host: str, *, smtp: int | None, lmtp: int | None, name: str = "") -> None:
        """Keep where; a port 0 is chosen by the system, None opens no such door."""
        self.host, self.wanted, self.name = host, {"smtp": smtp, "lmtp": lmtp}, name or socket.gethostname()
        self.door, self.connections = Door(), Connections()
        self.servers: dict[str, asyncio.Server] = {}

    @property
    def ports(self) -> dict[str, int]:
        """The ports by protocol."""
        return {protocol: server.sockets[0].getsockname()[1] for protocol, server in self.servers.items()}

    async def open(self) -> None:
        """Begin to listen; raises OSError when a port is taken."""
        loop = asyncio.get_running_loop()
        for protocol, kind in (("smtp", Counted), ("lmtp", PerRecipient)):
            port = self.wanted[protocol]
            if port is not None:
                make = partial(kind, self.door, self.connections, self.name, loop)
                self.servers[protocol] = await loop.create_server(make, self.host, port)

    async def close(self) -> None:
        """Take nobody new, finish what is being handed over within FAREWELL, then hang up on the rest."""
        for server in self.servers.values():
            server.close()
        waiting = int(FAREWELL / TICK)
        while self.connections.handing_over and waiting:
            waiting -= 1
            await asyncio.sleep(TICK)
        for each in list(self.connections.open):
            if each.transport is not None:
                each.transport.close()
        self.door.close()


async def listen(listener: Listener) -> None:
    """Open, wait for SIGTERM or SIGINT, close."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await listener.open()
    log.info("listening: %s", listener.ports)
    await stop.wait()
    await listener.close()
