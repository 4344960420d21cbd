"""Desks for the states that no demonstration has: one just made, and one with ten thousand open cases.

python -m tests.gallery.making proware 90000    fills a desk of the database that DATABASE_URL names (what `script/gallery --busy` runs)
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from acuerdo.running import environment_of
from tests.gallery.sight import ADMIN, NEW
from tests.visitor import Visitor

ADDRESS, PASSWORD = "directora@nueva.example", "laguna-verde-cometa-4471"
#: In a desk of some years a ninth of the cases is open: so many give ten thousand open ones.
BUSY = 90_000
ROOT = Path(__file__).parents[2]
People = dict[tuple[str, str], dict[str, str]]


def surroundings(data: Path) -> dict[str, str]:
    """What a command needs to reach the product that runs on a data folder."""
    ours = {"ACUERDO_DATA": str(data), "ACUERDO_LANG": "es", "DJANGO_SETTINGS_MODULE": "acuerdo.config.settings"}
    return {**os.environ, **environment_of(data), **ours}


def new_desk(data: Path, port: int) -> People:
    """A desk that nobody has touched, made by its command; its administrator follows the invitation. Made once for a data folder."""
    words = ["desk", "create", "Mesa Nueva", "--manual", "proware", "--domain", f"{NEW}.localhost", "--id", NEW, "--admin", ADDRESS]
    done = subprocess.run(
        [sys.executable, "-P", "-m", "acuerdo.config.cli", *words],
        env=surroundings(data),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if invited := re.search(r"/invitacion/[^/\s]+/", done.stdout):
        Visitor(f"{NEW}.localhost", port).fill_in(invited[0], password1=PASSWORD, password2=PASSWORD)
    return {(NEW, ADMIN): {"email": ADDRESS, "password": PASSWORD}}


def make_busy(data: Path, desk: str) -> None:
    """Fill a desk; takes some minutes, and the desk stays so."""
    found = surroundings(data)
    owner = {"DATABASE_URL": found.get("DATABASE_OWNER_URL", found["DATABASE_URL"])}  # the product's role may not number rows itself
    subprocess.run([sys.executable, "-m", "tests.gallery.making", desk, str(BUSY)], env={**found, **owner}, cwd=ROOT, check=True)


def grow(desk: str, cases: int) -> None:
    """The same, in this process."""
    import django

    django.setup()
    from django.db import transaction

    from acuerdo.desks.queries import in_desk
    from bench import large

    with in_desk(desk), transaction.atomic():
        large.grow(cases)


if __name__ == "__main__":
    grow(sys.argv[1], int(sys.argv[2]))
