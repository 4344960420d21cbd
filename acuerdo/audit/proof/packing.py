"""Archives that are the same bytes for the same contents, and the core and time zones that go into a proof."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import acuerdo.core

#: The first instant that an archive can write; it says nothing.
NO_TIME = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16


def packed(files: Mapping[str, bytes], *, compression: int = ZIP_DEFLATED) -> bytes:
    """A zip of these files, in the order of their names."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name in sorted(files):
            entry = ZipInfo(name, NO_TIME)
            entry.external_attr = READABLE
            entry.create_system = 3
            archive.writestr(entry, files[name], compression)
    return made.getvalue()


@cache
def core() -> bytes:
    """The rules that compute clocks, as Python imports them from a zip; without their tests."""
    here = Path(acuerdo.core.__file__).parent
    files = {"acuerdo/__init__.py": (here.parent / "__init__.py").read_bytes()}
    for path in here.rglob("*.py"):
        if "tests" not in path.relative_to(here).parts:
            files[f"acuerdo/core/{path.relative_to(here).as_posix()}"] = path.read_bytes()
    return packed(files, compression=ZIP_STORED)


def zone(name: str) -> bytes:
    """A time zone's rules as the product has them: the checker's machine may have none, or newer ones."""
    *folders, file = name.split("/")
    return resources.files(".".join(["tzdata", "zoneinfo", *folders])).joinpath(file).read_bytes()
