"""A PostgreSQL whose supervisor was killed: found, and stopped before a new one starts."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PATIENCE = 20.0  # seconds for what is left to end by itself before it is killed
TICK = 0.02


def clear(database: Path) -> None:
    """Leave no process and no misleading pid file of an earlier server. The caller holds the folder's lock.

    A killed postmaster's own children end by themselves, save one deep in a long query. A pid file
    may name a process that only got the number later, after a restart of the machine, and
    PostgreSQL would then refuse to start.
    """
    postmaster = recorded_pid(database)
    left = working_in(database)
    if postmaster in left:
        signal_to([postmaster], signal.SIGINT)
    deadline = time.monotonic() + PATIENCE
    while left := working_in(database):
        if time.monotonic() > deadline:
            signal_to(left, signal.SIGKILL)
        time.sleep(TICK)
    (database / "postmaster.pid").unlink(missing_ok=True)


def recorded_pid(database: Path) -> int:
    """Read the pid file; 0 when there is none."""
    with contextlib.suppress(FileNotFoundError, IndexError, ValueError):
        return int((database / "postmaster.pid").read_text("utf-8").splitlines()[0])
    return 0


def working_in(database: Path) -> list[int]:
    """Find the processes of a server on these files: each stands in its data directory."""
    if sys.platform != "linux":
        return named_with(database)
    found = []
    for process in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if not process.name.isdigit() or (process / "cwd").readlink() != database:
                continue
            if (process / "exe").readlink().name.startswith("postgres"):  # and not a person's shell
                found.append(int(process.name))
    return found


def named_with(database: Path) -> list[int]:
    """Find the postmaster by its command line, where there is no /proc; its children follow it."""
    lines = subprocess.run(["ps", "-axo", "pid=,command="], capture_output=True, text=True, check=True).stdout.splitlines()
    return [int(line.split()[0]) for line in lines if f"-D {database} " in f"{line} "]


def signal_to(processes: list[int], number: int) -> None:
    """Send it to each that is still there."""
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, number)
