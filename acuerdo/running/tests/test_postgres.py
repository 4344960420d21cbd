"""The embedded server by itself."""

import os
import signal
import socket
from pathlib import Path

import psycopg
import pytest

from acuerdo.running import cluster, processes
from acuerdo.running.place import place_for
from acuerdo.running.postgres import Postgres
from acuerdo.running.tests.conftest import owner, running, until


def test_the_product_may_only_do_what_it_was_granted(server: Postgres) -> None:
    with owner(server) as own, psycopg.connect(server.environment["DATABASE_URL"], autocommit=True) as product:
        own.execute("CREATE TABLE log (line text)")
        for forbidden in ("CREATE TABLE mine (a int)", "SELECT * FROM log", "CREATE SCHEMA mine", "CREATE TEMP TABLE mine (a int)"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                product.execute(forbidden)

        own.execute("GRANT INSERT, SELECT ON log TO acuerdo")
        product.execute("INSERT INTO log VALUES ('a')")

        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            product.execute("DELETE FROM log")


def test_without_the_password_nobody_gets_in(server: Postgres) -> None:
    for role in (cluster.SUPERUSER, cluster.OWNER, cluster.PRODUCT):
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(cluster.url(role, "adivinada", server.port))


def test_it_listens_on_this_machine_only_and_runs_as_a_user_without_rights(server: Postgres) -> None:
    with owner(server) as own:
        assert own.execute("SHOW listen_addresses").fetchone() == ("127.0.0.1",)
    assert server.process is not None
    assert Path(f"/proc/{server.process.pid}").stat().st_uid != 0
    assert server.place.folder.keys.stat().st_mode & 0o077 == 0


def test_a_second_start_finds_the_same_data_at_the_same_port(used: Path) -> None:
    with running(place_for(used)) as first, owner(first) as own:
        own.execute("CREATE TABLE kept AS SELECT 7 AS number")
        port = first.port

    with running(place_for(used)) as second, owner(second) as own:
        assert second.port == port
        assert own.execute("SELECT number FROM kept").fetchone() == (7,)


def test_another_port_is_taken_when_somebody_has_the_usual_one(used: Path) -> None:
    with running(place_for(used)) as first:
        port = first.port

    with socket.create_server(("127.0.0.1", port)), running(place_for(used)) as second, owner(second) as own:
        assert second.port != port
        assert own.execute("SELECT 1").fetchone() == (1,)


def test_a_killed_database_is_started_again_with_all_that_was_committed(server: Postgres) -> None:
    with owner(server) as own:
        own.execute("CREATE TABLE acknowledged AS SELECT generate_series(1, 1000) AS number")
        assert server.process is not None
        os.kill(server.process.pid, signal.SIGKILL)
        until(server.has_died, "the postmaster outlived kill -9")

    processes.tend([], server)

    with owner(server) as own:
        assert own.execute("SELECT count(*) FROM acknowledged").fetchone() == (1000,)


def test_a_pid_file_that_names_a_stranger_stops_nothing(used: Path) -> None:
    """After a restart of the machine the number may be any process's, ours included."""
    with running(place_for(used)):
        lines = (used / "postgres" / "postmaster.pid").read_text().splitlines()
    stale = used / "postgres" / "postmaster.pid"
    stale.write_text("\n".join([str(os.getpid()), *lines[1:]]))

    with running(place_for(used)) as second, owner(second) as own:
        assert own.execute("SELECT 1").fetchone() == (1,)


def test_a_creation_that_was_broken_off_is_begun_anew(data: Path) -> None:
    half = data / "postgres.unfinished"
    half.mkdir(parents=True)
    data.chmod(0o711)
    (half / "PG_VERSION").write_text("18")

    with running(place_for(data)) as server, owner(server) as own:
        assert own.execute("SELECT 1").fetchone() == (1,)
        assert not half.exists()
