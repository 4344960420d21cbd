"""Making a database cluster and its three roles: superuser, owner of the database, product."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from acuerdo.running.keys import Keys
from acuerdo.running.place import Place
from acuerdo.running.trouble import refuse

SUPERUSER, OWNER, PRODUCT, DATABASE = "acuerdo_superuser", "acuerdo_owner", "acuerdo", "acuerdo"

# Run at every start: it mends what a start broken off half-way left out, and costs 30 ms.
# A failing line must not leave a password in the server's log, hence the first one.
ROLES = """
SET log_min_error_statement = panic;
SELECT format('CREATE ROLE %I', name) FROM (VALUES ('{owner}'), ('{product}')) AS wanted(name)
 WHERE name NOT IN (SELECT rolname FROM pg_roles) \\gexec
ALTER ROLE {owner} LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION PASSWORD '{owner_password}';
ALTER ROLE {product} LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION PASSWORD '{product_password}';
SELECT 'CREATE DATABASE {database} OWNER {owner}'
 WHERE '{database}' NOT IN (SELECT datname FROM pg_database) \\gexec
REVOKE ALL ON DATABASE {database} FROM PUBLIC;
GRANT CONNECT ON DATABASE {database} TO {product};
"""


def make(place: Place, keys: Keys) -> None:
    """Initialise the cluster, whole or not at all: it gets its name only when it is finished.

    Built-in locale: sorting does not change under us with the system's libraries. The locale of
    the terminal is kept out: initdb refuses one that is not installed.
    """
    new = place.folder.path / "postgres.unfinished"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    give(place, new)
    with password_file(place, keys.superuser) as file:
        done = subprocess.run(
            [
                place.bin / "initdb",
                "-D",
                new,
                "-U",
                SUPERUSER,
                "--auth=scram-sha-256",
                f"--pwfile={file}",
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
            ],
            **as_its_user(place),
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        refuse(
            "No se pudo crear la base de datos en {folder}: {reason}", folder=place.folder.path, reason=(done.stderr or done.stdout).strip()
        )
    new.rename(place.folder.database)


@contextmanager
def password_file(place: Place, password: str) -> Iterator[Path]:
    """Keep a file that only the user of the database reads, for as long as initdb needs it."""
    file = place.folder.path / "password.unfinished"
    file.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:
            stream.write(password)
        give(place, file)
        yield file
    finally:
        file.unlink(missing_ok=True)


def give(place: Place, path: Path) -> None:
    """Make it belong to the user of the database."""
    if place.user is not None:
        os.chown(path, place.user.uid, place.user.gid)


def as_its_user(place: Place) -> dict[str, Any]:
    """How `subprocess` runs a PostgreSQL program here: its user, its folder, nothing of our PG* variables."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))}
    who = {} if place.user is None else {"user": place.user.uid, "group": place.user.gid, "extra_groups": []}
    return {
        "cwd": place.folder.path,
        "env": environment | {"LC_ALL": "C", "HOME": str(place.folder.path)},
        "stdin": subprocess.DEVNULL,
        **who,
    }


def make_roles(place: Place, keys: Keys, port: int) -> None:
    """See that roles, database and their rights are as they should be."""
    run_sql(
        place,
        keys,
        port,
        ROLES.format(owner=OWNER, product=PRODUCT, database=DATABASE, owner_password=keys.owner, product_password=keys.product),
    )


def run_sql(place: Place, keys: Keys, port: int, sql: str) -> None:
    """Run it as superuser. Passwords go by environment and pipe, where `ps` does not show them."""
    surroundings = as_its_user(place)
    surroundings["env"] |= {"PGPASSWORD": keys.superuser}
    del surroundings["stdin"]
    done = subprocess.run(
        [
            place.bin / "psql",
            "-X",
            "-q",
            "-v",
            "ON_ERROR_STOP=1",
            "-h",
            "127.0.0.1",
            "-p",
            str(port),
            "-U",
            SUPERUSER,
            "-d",
            "postgres",
            "-f",
            "-",
        ],
        **surroundings,
        input=sql,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        refuse("La base de datos no aceptó preparar sus usuarios: {reason}", reason=done.stderr.strip())


def url(role: str, password: str, port: int, database: str = DATABASE) -> str:
    """Write what DATABASE_URL holds."""
    return f"postgresql://{role}:{password}@127.0.0.1:{port}/{database}"
