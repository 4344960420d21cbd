"""Where the data folder really is, and as whom and with which programs PostgreSQL runs there."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from acuerdo.running import binaries, folder, user
from acuerdo.running.folder import DataFolder
from acuerdo.running.trouble import refuse
from acuerdo.running.user import User

SHELTER = Path("/var/lib/acuerdo")


@dataclass(frozen=True)
class Place:
    """A data folder that PostgreSQL can use."""

    folder: DataFolder
    user: User | None  # None: whoever we are

    @cached_property
    def bin(self) -> Path:
        """Its programs; copied at the first use where need be, so ask only while holding the folder."""
        return binaries.runnable_by(self.user, self.folder.path)


def place_for(asked: Path, shelter: Path = SHELTER) -> Place:
    """Choose, and make the link to the shelter when the data have to live there."""
    if os.geteuid() != 0:
        return Place(DataFolder(asked.resolve()), None)
    runner = user.owner_of(asked.resolve() / "postgres") or user.unprivileged()
    path = settled(asked, runner, shelter)
    if path != asked.resolve():
        folder.make(path)
        link(asked, path)
    refuse_unreachable(path, runner)
    return Place(DataFolder(path), runner)


def located(asked: Path, shelter: Path = SHELTER) -> Path:
    """Where the data asked for are, nothing made or changed."""
    path = asked.resolve()
    if os.geteuid() != 0 or path.exists():
        return path
    apart = sheltered(path, shelter)
    return apart if apart.exists() else path


def settled(asked: Path, runner: User, shelter: Path = SHELTER) -> Path:
    """Choose the folder asked for, or one of its own in the shelter when its database could not be reached there.

    That is so for a clone under /root. Nobody's mode is changed: the owner of a parent folder
    closed it on purpose.
    """
    path = asked.resolve()
    if (path / "postgres").exists() or runner.reaches(path):
        return path
    return sheltered(path, shelter)


def sheltered(path: Path, shelter: Path) -> Path:
    """Name the folder of that clone in the shelter."""
    import hashlib

    mark = hashlib.sha256(os.fsencode(path)).hexdigest()[:10]
    return shelter / f"{path.parent.name}-{mark}"


def link(asked: Path, path: Path) -> None:
    """Leave a link where the data were asked for: it shows where they went, and moves with the clone."""
    if not asked.exists():
        asked.parent.mkdir(parents=True, exist_ok=True)
        asked.symlink_to(path)


def refuse_unreachable(path: Path, runner: User) -> None:
    """Raise Trouble when the user of the database cannot get there (any more)."""
    if not runner.reaches(path):
        refuse(
            "El usuario «{name}», con el que funciona PostgreSQL, no puede entrar en {path}. Dele paso a esa "
            "carpeta, o elija otra con --data.",
            name=runner.name,
            path=path,
        )
