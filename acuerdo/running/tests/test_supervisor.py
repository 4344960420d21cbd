"""The supervisor as a program: stopped, killed, started twice."""

import os
import signal
import subprocess
from pathlib import Path

import psycopg
import pytest

from acuerdo.running import leftovers, ports
from acuerdo.running.cluster import as_its_user
from acuerdo.running.environment import environment_of
from acuerdo.running.folder import DataFolder, is_held
from acuerdo.running.place import place_for
from acuerdo.running.tests.conftest import PATIENCE, line_with, supervised, until


def alive(pid: int) -> bool:
    """Whether that process still runs; one that only waits to be buried does not."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def steady_child(used: Path) -> int:
    """Read the number the steady process wrote to its log."""
    log = used / "log" / "steady.log"
    until(lambda: log.exists() and log.read_text().strip(), "the process wrote nothing")
    return int(log.read_text().split()[-1])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_stop_it_stops_every_process_and_then_the_database_cleanly(used: Path, number: int) -> None:
    with supervised(used) as program:
        postmaster = int(line_with(program, "ready").split()[1])
        child = steady_child(used)

        program.send_signal(number)

        assert program.wait(PATIENCE) == 0
        assert not alive(child)
        assert not alive(postmaster)
        assert "database system is shut down" in (used / "log" / "postgres.log").read_text()


def test_killed_it_takes_all_with_it_and_the_next_one_recovers_by_itself(used: Path) -> None:
    with supervised(used) as program:
        postmaster = int(line_with(program, "ready").split()[1])
        child = steady_child(used)
        url = environment_of(used)["DATABASE_OWNER_URL"]
        with psycopg.connect(url, autocommit=True) as own:
            own.execute("CREATE TABLE outlived AS SELECT 7 AS number")

        os.kill(program.pid, signal.SIGKILL)

        until(lambda: not alive(child) and not alive(postmaster), "a process outlived its supervisor")

    with supervised(used) as program:
        line_with(program, "ready")
        with psycopg.connect(url) as own:
            assert own.execute("SELECT number FROM outlived").fetchone() == (7,)


def test_an_orphaned_database_is_stopped_and_replaced(used: Path) -> None:
    """Where a child cannot be tied to its parent, or both were killed at once, one may be left."""
    with supervised(used) as program:
        line_with(program, "ready")
        program.terminate()
        program.wait(PATIENCE)
    database = (used / "postgres").resolve()
    orphan = start_loose(database)
    until(lambda: is_ready(database, orphan.pid), "the orphan did not start")

    with supervised(used) as program:
        assert int(line_with(program, "ready").split()[1]) != orphan.pid
        assert orphan.wait(PATIENCE) == 0


def is_ready(database: Path, pid: int) -> bool:
    """Whether that postmaster takes connections."""
    return leftovers.recorded_pid(database) == pid and "ready" in (database / "postmaster.pid").read_text()


def start_loose(database: Path) -> subprocess.Popen[bytes]:
    """Start a postmaster that nobody supervises."""
    place = place_for(database.parent)
    return subprocess.Popen(
        [place.bin / "postgres", "-D", database, "-p", str(ports.any_free()), "-h", "127.0.0.1", "-k", ""],
        **as_its_user(place),
        stderr=subprocess.DEVNULL,
    )


def test_a_second_one_on_the_same_data_is_refused_by_name(used: Path) -> None:
    with supervised(used) as first:
        line_with(first, "ready")

        with supervised(used) as second:
            said = line_with(second, "ya está funcionando")

            assert str(used) in said
            assert str(first.pid) in said
            assert second.wait(PATIENCE) == 1
        assert first.poll() is None


def test_a_process_that_ends_is_started_again_even_after_success(used: Path) -> None:
    with supervised(used) as program:
        line_with(program, "ready")
        line_with(program, "«ending» terminó (código 0)")
        line_with(program, "«ending» terminó (código 0)")

        log = used / "log" / "ending.log"
        assert log.read_text().split().count("hecho") >= 2


def test_a_command_typed_by_hand_finds_the_running_product_and_only_that(used: Path) -> None:
    assert environment_of(used) == {}

    with supervised(used) as program:
        line_with(program, "ready")
        with psycopg.connect(environment_of(used)["DATABASE_URL"]) as connection:
            assert connection.execute("SELECT current_user").fetchone() == ("acuerdo",)
        program.terminate()
        program.wait(PATIENCE)

    assert environment_of(used) == {}
    assert not is_held(DataFolder(used))
