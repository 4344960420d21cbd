"""Run a command beside a PostgreSQL of its own, thrown away afterwards.

    python -m acuerdo.running.temporary pytest -q

The command finds DATABASE_URL, DATABASE_OWNER_URL and ACUERDO_DATA. The owner may also make
databases and end sessions there, as a test run has to. Nothing is synced to disk: it is faster,
and there is nothing to keep. Exit code: the command's.
"""

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from acuerdo.running import cluster, signals
from acuerdo.running.folder import held, product_version
from acuerdo.running.keys import keys_in
from acuerdo.running.place import place_for
from acuerdo.running.postgres import Postgres
from acuerdo.running.processes import run_once
from acuerdo.running.trouble import Trouble
from acuerdo.running.wording import tell

FOR_TESTS = f"ALTER ROLE {cluster.OWNER} CREATEDB; GRANT pg_signal_backend TO {cluster.OWNER};"


@contextmanager
def postgres() -> Iterator[Postgres]:
    """Run a server in a folder that is gone afterwards."""
    with temporary_folder() as path:
        place = place_for(path)
        with held(place.folder, product_version()):
            server = Postgres(place, keys_in(place.folder.keys), ("fsync=off", "full_page_writes=off"))
            try:
                server.start()
                cluster.run_sql(place, server.keys, server.port, FOR_TESTS)
                yield server
            finally:
                server.stop()


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Like tempfile's, but PostgreSQL's user can pass through."""
    path = Path(tempfile.mkdtemp(prefix="acuerdo-"))
    path.chmod(0o711 if os.geteuid() == 0 else 0o700)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def main(command: list[str]) -> int:
    """Run it; 130 when it was broken off."""
    signals.listen()
    try:
        with postgres() as server:
            data = {"ACUERDO_DATA": str(server.place.folder.path)}
            return run_once(command, {**os.environ, **server.environment, **data})
    except signals.AskedToStop:
        return 128 + signal.SIGINT
    except Trouble as trouble:
        tell(str(trouble))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
