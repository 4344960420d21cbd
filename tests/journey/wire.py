"""The network between a browser and the product: a relay that can be cut, and one that forgets its connections without a word."""

import socket
import struct
from contextlib import suppress
from threading import Lock, Thread

from tests.product import Product


class Wire:
    """Relays a port of its own to the product. `url` is what a browser is given."""

    def __init__(self, product: Product) -> None:
        self.product = product
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self.is_cut = False
        self.joined: list[tuple[socket.socket, socket.socket]] = []
        self.lock = Lock()
        Thread(target=self.accept, daemon=True).start()

    def url(self, desk: str, path: str = "/") -> str:
        """A page of a desk, at this end of the wire."""
        return f"http://{desk}.localhost:{self.port}{path}"

    def accept(self) -> None:
        """Join each browser's connection with one to the product; while the wire is cut, close it."""
        with suppress(OSError):
            while True:
                near, _ = self.server.accept()
                with self.lock:
                    if self.is_cut:
                        near.close()
                        continue
                    far = socket.create_connection(("127.0.0.1", self.product.port))
                    self.joined.append((near, far))
                for source, target in ((near, far), (far, near)):
                    Thread(target=self.relay, args=(source, target, (near, far)), daemon=True).start()

    def relay(self, source: socket.socket, target: socket.socket, pair: tuple[socket.socket, socket.socket]) -> None:
        """Hand on what comes, for as long as the two are joined; who speaks on a forgotten connection is reset."""
        with suppress(OSError):
            while data := source.recv(65536):
                if pair not in self.joined:
                    source.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    source.close()
                    return
                target.sendall(data)
            if pair in self.joined:
                target.shutdown(socket.SHUT_WR)

    def cut(self) -> None:
        """Every connection breaks, no new one is made."""
        with self.lock:
            self.is_cut = True
            for pair in self.joined:
                for end in pair:
                    with suppress(OSError):
                        end.shutdown(socket.SHUT_RDWR)
            self.joined.clear()

    def mend(self) -> None:
        """New connections are made again."""
        self.is_cut = False

    def forget(self) -> None:
        """As after a machine's sleep: old connections look alive until somebody speaks on them; new ones work."""
        with self.lock:
            for _, far in self.joined:
                far.close()
            self.joined.clear()

    def close(self) -> None:
        """End it."""
        self.cut()
        self.server.close()
