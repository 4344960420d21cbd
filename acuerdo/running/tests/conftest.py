"""Data folders that are thrown away, and the real PostgreSQL in them."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from acuerdo.running.folder import held
from acuerdo.running.keys import keys_in
from acuerdo.running.place import Place, place_for
from acuerdo.running.postgres import Postgres
from acuerdo.running.temporary import temporary_folder

VERSION = "0.1.0"
PATIENCE = 60.0  # seconds a loaded machine may take for what is instant otherwise


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder that does not exist yet, where PostgreSQL's user could go."""
    with temporary_folder() as path:
        yield path / "var"


@pytest.fixture(scope="session")
def made() -> Iterator[Path]:
    """A data folder in which PostgreSQL was made, started and stopped."""
    with temporary_folder() as path:
        with running(place_for(path / "var")):
            pass
        yield path / "var"


@pytest.fixture
def used(made: Path) -> Path:
    """That one, as the test before left it, without its logs: making a database each time takes seconds."""
    for log in made.glob("log/*"):
        log.unlink()
    return made


@contextmanager
def running(place: Place) -> Iterator[Postgres]:
    """The server of that place, from start to clean stop."""
    with held(place.folder, VERSION):
        server = Postgres(place, keys_in(place.folder.keys))
        try:
            server.start()
            yield server
        finally:
            server.stop()


@pytest.fixture
def server(used: Path) -> Iterator[Postgres]:
    """A server."""
    with running(place_for(used)) as started:
        yield started


def owner(server: Postgres) -> psycopg.Connection:
    """A connection as the database's owner; each statement commits."""
    return psycopg.connect(server.environment["DATABASE_OWNER_URL"], autocommit=True)


def until(question: Callable[[], object], why: str) -> None:
    """Ask again and again until the answer is yes; fails with the reason when patience ends."""
    deadline = time.monotonic() + PATIENCE
    while not question():
        assert time.monotonic() < deadline, why
        os.sched_yield()


@contextmanager
def supervised(data: Path) -> Iterator[subprocess.Popen[str]]:
    """A supervisor with the database and two processes, in a program of its own, ready."""
    program = subprocess.Popen(
        [sys.executable, "-m", "acuerdo.running.tests.supervised", str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield program
    finally:
        program.kill()
        program.wait()
        assert program.stdout is not None
        program.stdout.close()


def line_with(program: subprocess.Popen[str], words: str) -> str:
    """Read what it says up to the line with these words."""
    assert program.stdout is not None
    for line in program.stdout:
        if words in line:
            return line
    pytest.fail(f"it ended without saying {words!r}")
