"""The product as its own command starts it, on free ports and in a data folder of its own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

from acuerdo.running import environment_of, ports, tied
from acuerdo.running.temporary import temporary_folder
from tests.patience import until

#: For the first start with its demo on a machine that has much else to do, and for a stop, seconds.
START, STOP = 900.0, 120.0
#: What the surroundings of the tests must not tell the product.
OURS = ("ACUERDO_", "DATABASE_", "DJANGO_", "EMAIL_", "PG", "PYTEST_")
ACUERDO = [sys.executable, "-P", "-m", "acuerdo.config.cli"]
#: Below those that a machine lends to whoever connects to somewhere: a product opens its own minutes after they were chosen. Each run has twenty.
PORTS = count(10_000 + os.getpid() % 1_000 * 20)


class Product:
    """`acuerdo up` on one data folder; it may be started, stopped and killed several times."""

    def __init__(self, folder: Path, *, demo: bool, **variables: str) -> None:
        self.folder, self.demo, self.variables = folder, demo, variables
        self.data, self.screen = folder / "var", folder / "screen.txt"
        self.port, self.smtp_port = (next(filter(ports.is_free, PORTS)) for _each in range(2))
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What the command and its commands are started with."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        return {**kept, "ACUERDO_LANG": "es", "ACUERDO_DATA": str(self.data), **self.variables}

    def up(self, port: int, smtp_port: int) -> list[str]:
        """The command line."""
        words = [*ACUERDO, "up", "--port", str(port), "--smtp-port", str(smtp_port), "--data", str(self.data)]
        return words if self.demo else [*words, "--no-demo"]

    def start(self) -> None:
        """Start, and wait for the line that says it is ready."""
        with self.screen.open("wb") as screen:
            self.process = tied.start(  # to us: a run that is broken off leaves no product behind
                self.up(self.port, self.smtp_port),
                signal.SIGTERM,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=screen,
                stderr=subprocess.STDOUT,
            )
        until(lambda: "Acuerdo está listo" in self.says() or self.has_ended, lambda: f"it is not ready:\n{self.says()}", START)
        assert not self.has_ended, self.says()
        until(lambda: ports.answers(self.port, "127.0.0.1", "/salud"), lambda: f"no page answers:\n{self.says()}")

    def says(self) -> str:
        """Everything that it has said since its last start."""
        return self.screen.read_text("utf-8")

    @property
    def has_ended(self) -> bool:
        """Whether it runs no more."""
        return self.process is None or self.process.poll() is not None

    def stop(self) -> None:
        """Ask it to stop, as a person or a machine does; nothing may be left."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(STOP) == 0, self.says()
        assert self.says().endswith("Acuerdo se detuvo.\n"), self.says()
        assert self.living() == {}

    def kill(self) -> None:
        """End the supervisor without a word."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def end(self) -> None:
        """Leave nothing behind, whatever happened."""
        if not self.has_ended:
            self.kill()
        for pid in self.living():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        until(lambda: not self.living(), "killed processes are still there")

    def living(self) -> dict[int, str]:
        """Every process that works on this folder, whoever started it: number and command line."""
        found = {}
        for process in Path("/proc").iterdir():
            with suppress(OSError, ValueError):
                pid, command = int(process.name), (process / "cmdline").read_bytes()
                told = command + (process / "environ").read_bytes()
                if command and bytes(self.data) in told:  # one that has ended and waits for its parent has no command line
                    found[pid] = command.replace(b"\0", b" ").decode("utf-8", "replace")
        return found

    def child(self, name: str) -> int:
        """The process web, worker, listen or postgres of the supervisor; 0 while there is none."""
        assert self.process is not None
        mark = "postgres -D" if name == "postgres" else f"acuerdo.config.cli {name}"
        return next((pid for pid, command in self.living().items() if mark in command and parent_of(pid) == self.process.pid), 0)

    def kill_child(self, name: str) -> None:
        """End one process without a word; wait until another is in its place."""
        old = until(lambda: self.child(name), f"there is no {name} to kill")
        os.kill(old, signal.SIGKILL)
        until(lambda: self.child(name) not in {0, old}, lambda: f"no new {name}:\n{self.says()}")

    def acuerdo(self, *words: str) -> str:
        """What a command typed by hand prints; its failure is the test's."""
        done = subprocess.run([*ACUERDO, *words], env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"acuerdo {' '.join(words)}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout

    def log(self, name: str) -> str:
        """What a process has written."""
        file = self.data / "log" / f"{name}.log"
        return file.read_text("utf-8", "replace") if file.exists() else ""

    @contextmanager
    def database(self) -> Iterator[psycopg.Connection[Any]]:
        """A look at what is stored, as the product's own role."""
        with psycopg.connect(environment_of(self.data)["DATABASE_URL"], autocommit=True) as connection:
            yield connection

    def people(self, desk: str) -> list[dict[str, str]]:
        """Those who sign in at a demo desk: name, role, email, password."""
        desks = json.loads((self.data / "demo.json").read_text("utf-8"))
        return list(next(one["people"] for one in desks if one["desk"] == desk))

    def url(self, desk: str, path: str = "/") -> str:
        """A page of a desk, as a browser is given it."""
        return f"http://{desk}.localhost:{self.port}{path}"


def parent_of(pid: int) -> int:
    """The parent's number; 0 when the process has gone."""
    with suppress(OSError):
        return int((Path("/proc") / str(pid) / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
    return 0


@contextmanager
def started(*, demo: bool, **variables: str) -> Iterator[Product]:
    """A product that runs; at the end it is stopped and leaves no process."""
    with temporary_folder() as folder:
        product = Product(folder, demo=demo, **variables)
        try:
            product.start()
            yield product
            product.stop()
        finally:
            product.end()
