"""The product's processes: started, started again whenever one ends, stopped within a limit."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from acuerdo.running import tied
from acuerdo.running.folder import DataFolder
from acuerdo.running.logs import Watched, log_for
from acuerdo.running.postgres import Postgres
from acuerdo.running.wording import say

TICK = 0.1
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds before a process is started again
SETTLED = 20.0  # seconds: one that lived this long starts again after the first pause
LIMIT = 10.0  # seconds for all of them to end


def acuerdo(*words: str) -> list[str]:
    """Make the command line of `acuerdo …` with this very Python."""
    return [sys.executable, "-P", "-m", "acuerdo.config.cli", *words]


class Child:
    """One process that should always run. Its log is log/<name>.log in the data folder."""

    def __init__(self, name: str, command: Sequence[str], environment: dict[str, str], folder: DataFolder) -> None:
        self.name, self.command, self.environment = name, command, environment
        self.watched = Watched(log_for(folder, name))
        self.process: subprocess.Popen[bytes] | None = None
        self.failures = 0
        self.pause = FIRST_PAUSE
        self.started = self.due = time.monotonic()

    def start(self) -> None:
        """Start it; what it says goes to its log."""
        with self.watched.log.open("ab") as log:
            self.process = tied.start(self.command, signal.SIGKILL, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.started = time.monotonic()

    def tend(self) -> None:
        """Show what matters of its log; start it when it is due."""
        for line in self.watched.important():
            say("{name}: {line}", name=self.name, line=line)
        self.watched.keep_short()
        if self.process is not None and (code := self.process.poll()) is not None:
            self.ended(code)
        if self.process is None and time.monotonic() >= self.due:
            self.start()

    def ended(self, code: int) -> None:
        """Plan the next start, whatever the code: a worker ends with 0 when the database restarts."""
        self.process = None
        self.failures += 1
        if time.monotonic() - self.started > SETTLED:
            self.pause = FIRST_PAUSE
        say(
            "El proceso «{name}» terminó (código {code}); se inicia de nuevo en {pause} s. Su registro: {log}",
            name=self.name,
            code=code,
            pause=self.pause,
            log=self.watched.log,
        )
        self.due = time.monotonic() + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)

    def send(self, number: int) -> None:
        """Signal it and whatever it started."""
        if self.process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number)


def tend(children: Sequence[Child], database: Postgres | None) -> None:
    """One round: the database first, since the others need it."""
    if database is not None and database.has_died():
        say("La base de datos se detuvo; se inicia de nuevo…")
        database.start()
        say("La base de datos está lista otra vez.")
    for child in children:
        child.tend()


def watch(children: Sequence[Child], database: Postgres | None) -> NoReturn:
    """Round after round, until AskedToStop."""
    while True:
        tend(children, database)
        time.sleep(TICK)


def stop(children: Sequence[Child]) -> None:
    """Ask all at once to end, wait for them, kill what is left when the limit passes."""
    for child in children:
        child.send(signal.SIGTERM)
    deadline = time.monotonic() + LIMIT
    for child in children:
        if child.process is not None:
            with suppress(subprocess.TimeoutExpired):
                child.process.wait(max(0.0, deadline - time.monotonic()))
            child.send(signal.SIGKILL)
            child.process.wait()
            child.process = None


def run_once(command: Sequence[str], environment: dict[str, str]) -> int:
    """Run a step of the start, its lines shown as they come; its exit code."""
    process = tied.start(command, signal.SIGKILL, env=environment, stdin=subprocess.DEVNULL)
    try:
        return process.wait()
    finally:
        if process.poll() is None:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(LIMIT)
            process.kill()
            process.wait()
