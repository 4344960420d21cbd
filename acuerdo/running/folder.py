"""The data folder: everything an installation keeps, and the lock that lets one supervisor at it."""

import fcntl
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from acuerdo.running.binaries import MAJOR
from acuerdo.running.trouble import refuse

CLONE = Path(__file__).parents[2]
PATIENCE = 1.0  # seconds: a command looking whether we run holds the lock for an instant


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Names of what is in it. Files (attachments and such) are the slices' own affair."""

    path: Path

    @property
    def database(self) -> Path:
        """PostgreSQL's own files."""
        return self.path / "postgres"

    @property
    def keys(self) -> Path:
        """Passwords and the secret key (`keys.Keys`)."""
        return self.path / "keys.json"

    @property
    def environment(self) -> Path:
        """What a command typed by hand needs (`environment`)."""
        return self.path / "environment.json"

    @property
    def demo(self) -> Path:
        """The demo desks, their people and passwords; `acuerdo demo` writes it when it is done."""
        return self.path / "demo.json"

    @property
    def version(self) -> Path:
        """The version of Acuerdo that last used it."""
        return self.path / "VERSION"

    @property
    def lock(self) -> Path:
        """Held by the supervisor while it lives; the kernel lets go of it however it ends."""
        return self.path / "lock"

    @property
    def logs(self) -> Path:
        """One log a process."""
        return self.path / "log"


def default_folder() -> Path:
    """ACUERDO_DATA; else `var` in the clone, or here when the package is installed elsewhere."""
    if asked := os.environ.get("ACUERDO_DATA"):
        return Path(asked)
    return (CLONE if (CLONE / "pyproject.toml").exists() else Path.cwd()) / "var"


def product_version() -> str:
    """Read this code's own version: in the clone when there is one, since what was installed may be older."""
    project = CLONE / "pyproject.toml"
    # The first is the project's own; a parser of TOML would stay in a process that watches for months.
    if project.exists() and (found := re.search(r'^version = "(.+)"$', project.read_text("utf-8"), re.MULTILINE)):
        return found[1]
    from importlib import metadata

    return metadata.version("acuerdo")


def refuse_newer(folder: DataFolder, version: str) -> None:
    """Raise Trouble, having touched nothing, when a newer Acuerdo or another PostgreSQL wrote the folder."""
    if folder.version.exists() and numbers(written := folder.version.read_text("utf-8")) > numbers(version):
        refuse(
            "Los datos de {folder} son de Acuerdo {written}, más nuevo que este ({version}). No se tocó nada. "
            "Actualice Acuerdo, o elija otra carpeta con --data.",
            folder=folder.path,
            written=written.strip(),
            version=version,
        )
    mark = folder.database / "PG_VERSION"
    if mark.exists() and int(mark.read_text("utf-8")) != MAJOR:
        refuse(
            "La base de datos de {folder} es de PostgreSQL {written} y este Acuerdo trae el {major}. No se tocó nada. "
            "Use la versión de Acuerdo que la hizo, o elija otra carpeta con --data.",
            folder=folder.path,
            written=mark.read_text("utf-8").strip(),
            major=MAJOR,
        )


def numbers(version: str) -> tuple[int, ...]:
    """0.10.1 comes after 0.9; what is no number does not count."""
    return tuple(int(part) for part in version.strip().split(".") if part.isdigit())


@contextmanager
def held(folder: DataFolder, version: str) -> Iterator[None]:
    """Make the folder and hold it alone; raises Trouble when another supervisor does, or it is newer."""
    refuse_newer(folder, version)
    make(folder.path)
    folder.logs.mkdir(mode=0o700, exist_ok=True)
    with folder.lock.open("a+", encoding="utf-8") as lock:
        take(lock.fileno(), folder)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        refuse_newer(folder, version)
        folder.version.write_text(f"{version}\n", "utf-8")
        yield


def make(path: Path) -> None:
    """Make it and what is missing above it, for us alone; root's can be passed through, by PostgreSQL's user."""
    if path.exists():
        return
    make(path.parent)
    path.mkdir()
    path.chmod(0o711 if os.geteuid() == 0 else 0o700)  # whatever the umask says


def take(descriptor: int, folder: DataFolder) -> None:
    """Lock for this process alone, or raise Trouble naming the process that has it."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                refuse(
                    "Acuerdo ya está funcionando con los datos de {folder} (proceso {process}). Deténgalo primero, "
                    "o elija otra carpeta con --data.",
                    folder=folder.path,
                    process=folder.lock.read_text("utf-8") or "?",
                )
            time.sleep(0.05)
        else:
            return


def is_held(folder: DataFolder) -> bool:
    """Whether a supervisor is at it now."""
    if not folder.lock.exists():
        return False
    with folder.lock.open(encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
