"""As whom PostgreSQL runs: it refuses to be root, so root lends it to somebody with no rights."""

import errno
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from acuerdo.running.trouble import refuse

NAME = "acuerdo"
OTHERS = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class User:
    """A user of this machine without rights of its own."""

    name: str
    uid: int
    gid: int

    def can(self, *command: str | Path) -> bool:
        """Try it as that user: modes, ACLs and mounts together decide, and only trying knows them all."""
        try:
            done = subprocess.run(
                command, user=self.uid, group=self.gid, extra_groups=[], cwd="/", stdin=subprocess.DEVNULL, capture_output=True, check=False
            )
        except PermissionError as reason:
            if reason.errno == errno.EACCES:  # the program itself is out of reach
                return False
            refuse(
                "PostgreSQL no puede funcionar como root y este sistema no deja cambiar al usuario «{name}» ({reason}). "
                "Use un usuario normal, o un servidor propio con DATABASE_URL.",
                name=self.name,
                reason=reason,
            )
        return done.returncode == 0

    def reaches(self, folder: Path) -> bool:
        """Whether this user can stand in the folder, or in what would hold it when it does not exist yet."""
        while not folder.exists():
            folder = folder.parent
        return self.can("/bin/sh", "-c", 'cd "$0"', folder)


def owner_of(path: Path) -> User | None:
    """Whose the path is; None when it is root's or does not exist."""
    if not path.exists() or (uid := path.stat().st_uid) == 0:
        return None
    return User(str(uid), uid, path.stat().st_gid)


def unprivileged() -> User:
    """Take the system user `acuerdo`, made if need be; else one that every system has."""
    user = known(NAME)
    if user is None and make(NAME):
        user = known(NAME)
    for name in OTHERS:
        user = user or known(name)
    if user is None:
        refuse(
            "PostgreSQL no puede funcionar como root y no se pudo crear el usuario «{name}». Créelo con: "
            "useradd --system {name}. O use un usuario normal, o un servidor propio con DATABASE_URL.",
            name=NAME,
        )
    return user


def known(name: str) -> User | None:
    """Look that user up; None when there is none, or when it is root by another name."""
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return User(name, entry.pw_uid, entry.pw_gid) if entry.pw_uid else None


def make(name: str) -> bool:
    """Make a system user that nobody can sign in as."""
    path = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin" + os.pathsep + "/sbin"
    program = shutil.which("useradd", path=path)
    if program is None:
        return False
    made = subprocess.run(
        [program, "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", name],
        capture_output=True,
        check=False,
    )
    return made.returncode == 0
