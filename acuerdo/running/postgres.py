"""One embedded PostgreSQL server: made when there is none, started, watched, stopped."""

import signal
import subprocess
import time
from pathlib import Path

from acuerdo.running import cluster, leftovers, ports, tied
from acuerdo.running.keys import Keys
from acuerdo.running.logs import last_lines, log_for
from acuerdo.running.place import Place
from acuerdo.running.trouble import refuse
from acuerdo.running.wording import say

TICK = 0.02
PATIENCE = 10.0  # seconds between two lines while it recovers
FAST, IMMEDIATE = 30.0, 10.0  # seconds given to a fast stop, then to one that recovers at the next start
ATTEMPTS = 3  # a port may be taken between our look and the server's


class Postgres:
    """Listens on 127.0.0.1 only, with passwords; no socket file, whose path could be too long.

    `options` are settings such as "fsync=off". It is our child and dies with us (on Linux).
    """

    def __init__(self, place: Place, keys: Keys, options: tuple[str, ...] = ()) -> None:
        self.place, self.keys, self.options = place, keys, options
        self.port = 0
        self.log = log_for(place.folder, "postgres")
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """DATABASE_URL of the product's role and DATABASE_OWNER_URL of the owner's."""
        return {
            "DATABASE_URL": cluster.url(cluster.PRODUCT, self.keys.product, self.port),
            "DATABASE_OWNER_URL": cluster.url(cluster.OWNER, self.keys.owner, self.port),
        }

    def start(self) -> None:
        """Return when it takes connections, however long its recovery lasts; raises Trouble with its own words."""
        if not self.place.folder.database.exists():
            say("Creando la base de datos en {folder}…", folder=self.place.folder.path)
            cluster.make(self.place, self.keys)
        leftovers.clear(self.place.folder.database)
        told = self.port  # the other processes have its address already: it cannot move any more
        for _attempt in range(ATTEMPTS):
            self.port = told or self.choose_port()
            if self.launch():
                cluster.make_roles(self.place, self.keys, self.port)
                return
        refuse("La base de datos no arranca. Lo último que dijo (todo está en {log}):\n{lines}", log=self.log, lines=last_lines(self.log))

    def choose_port(self) -> int:
        """Take that of the last time, so that what a person noted down still holds; another when it is in use."""
        file = self.place.folder.path / "postgres.port"
        port = int(file.read_text("utf-8")) if file.exists() else 0
        if port == 0 or not ports.is_free(port):
            port = ports.any_free()
            file.write_text(str(port), "utf-8")
        return port

    def launch(self) -> bool:
        """Start the postmaster and wait; False when it ended instead."""
        options = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "logging_collector=off", *self.options)
        postmaster: list[str | Path] = [self.place.bin / "postgres", "-D", self.place.folder.database, "-p", str(self.port)]
        command = [*postmaster, *(f"--{option}" for option in options)]
        with self.log.open("ab") as log:  # SIGINT is PostgreSQL's fast stop
            self.process = tied.start(command, signal.SIGINT, **cluster.as_its_user(self.place), stdout=log, stderr=log)
        return self.wait_until_ready(self.process)

    def wait_until_ready(self, process: subprocess.Popen[bytes]) -> bool:
        """Read what it writes about itself in its pid file, as pg_ctl does; no connection is needed."""
        patience = time.monotonic() + PATIENCE
        while process.poll() is None:
            if self.status(process.pid) == "ready":
                return True
            if time.monotonic() > patience:
                say("La base de datos se está recuperando de una parada brusca; puede tardar unos minutos…")
                patience = time.monotonic() + PATIENCE
            time.sleep(TICK)
        return False

    def status(self, pid: int) -> str:
        """Read starting, ready or stopping; empty while there is no pid file of that process."""
        try:
            lines = (self.place.folder.database / "postmaster.pid").read_text("utf-8").splitlines()
        except FileNotFoundError:
            return ""
        return lines[7].strip() if len(lines) > 7 and lines[0] == str(pid) else ""  # noqa: PLR2004 - 8th line: status

    def has_died(self) -> bool:
        """Whether it ended without being asked."""
        return self.process is not None and self.process.poll() is not None

    def stop(self) -> None:
        """Stop it cleanly; harder when a limit passes. Nothing committed is lost in any case."""
        if self.process is None:
            return
        for number, seconds in ((signal.SIGINT, FAST), (signal.SIGQUIT, IMMEDIATE), (signal.SIGKILL, None)):
            if self.process.poll() is None:
                self.process.send_signal(number)
            try:
                self.process.wait(seconds)
                break
            except subprocess.TimeoutExpired:
                continue
        self.process = None
