"""`acuerdo up`: everything the product needs, started in order, watched, and stopped in reverse."""

import os
import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from contextlib import ExitStack

from acuerdo.running import environment, ports, processes, signals, welcome
from acuerdo.running.arguments import parsed
from acuerdo.running.folder import DataFolder, held, product_version
from acuerdo.running.keys import Keys, keys_in
from acuerdo.running.logs import last_lines
from acuerdo.running.place import Place, place_for
from acuerdo.running.postgres import Postgres
from acuerdo.running.processes import Child, acuerdo
from acuerdo.running.trouble import Trouble, refuse
from acuerdo.running.wording import say, sentence

PROCESSES = ("web", "worker", "listen")
HEALTH = "/salud"
HOPELESS = 3  # times a process may end before the first page answers
PATIENCE = 15.0  # seconds between two lines while it does not


def main(argv: list[str]) -> int:
    """Run until asked to stop. 0: stopped as asked, 1: could not run (said on standard error), 2: wrong arguments."""
    began = time.monotonic()
    asked = parsed(argv)
    signals.listen()
    try:
        with ExitStack() as stack:
            run(asked, stack, began)
    except signals.AskedToStop:
        say("Acuerdo se detuvo.")
    except Trouble as trouble:
        return complain(str(trouble))
    except PermissionError as reason:
        return complain(
            sentence(
                "No se puede escribir en {file}: es de otro usuario. Use el mismo usuario de la vez anterior, "
                "o elija otra carpeta con --data.",
                file=reason.filename,
            )
        )
    return 0


def complain(text: str) -> int:
    """Say it where errors go; the exit code."""
    print(text, file=sys.stderr)
    return 1


def run(asked: Namespace, stack: ExitStack, began: float) -> None:
    """Start all, then watch it until AskedToStop. What was started is on the stack, to be stopped."""
    theirs = own_server()
    place = Place(DataFolder(asked.data.resolve()), None) if theirs else place_for(asked.data)
    stack.enter_context(held(place.folder, product_version()))
    ports.must_be_free(asked.port, asked.bind, "--port")
    ports.must_be_free(asked.smtp_port, asked.bind, "--smtp-port")
    keys = keys_of(place.folder)
    database = None if theirs else embedded(place, keys, stack)
    values = variables(asked, place.folder, keys, database.environment if database else theirs)
    environment.save(place.folder, values)
    prepare(asked, place.folder, {**os.environ, **values})
    children = start(place.folder, environment.for_the_product({**os.environ, **values}), stack)
    wait_until_ready(asked, children, database)
    welcome.show(asked, place.folder, time.monotonic() - began)
    processes.watch(children, database)


def own_server() -> dict[str, str]:
    """Take the addresses of a server of the person's own; empty when there is none and ours is to run."""
    if not os.environ.get("DATABASE_URL"):
        return {}
    if not os.environ.get(environment.OWNERS):
        refuse(
            "Con DATABASE_URL hace falta también {owners}: la dirección de la misma base de datos con el usuario "
            "que es su dueño y crea las tablas. DATABASE_URL es la del usuario con el que funciona Acuerdo.",
            owners=environment.OWNERS,
        )
    say("Base de datos: la de DATABASE_URL.")
    return {name: os.environ[name] for name in ("DATABASE_URL", environment.OWNERS)}


def keys_of(folder: DataFolder) -> Keys:
    """Read the folder's keys, made at its first use; without them its database cannot be opened any more."""
    if folder.database.exists() and not folder.keys.exists():
        refuse("Falta {file}: sin sus contraseñas no se puede abrir la base de datos. Restáurelo de una copia.", file=folder.keys)
    return keys_in(folder.keys)


def embedded(place: Place, keys: Keys, stack: ExitStack) -> Postgres:
    """Start the embedded server."""
    database = Postgres(place, keys)
    stack.callback(database.stop)
    stack.callback(signals.deafen)
    say("Iniciando la base de datos…")
    database.start()
    return database


def variables(asked: Namespace, folder: DataFolder, keys: Keys, addresses: dict[str, str]) -> dict[str, str]:
    """All that the product's processes and commands are told."""
    return addresses | {
        "ACUERDO_DATA": str(folder.path),
        "ACUERDO_SECRET_KEY": os.environ.get("ACUERDO_SECRET_KEY") or keys.secret_key,
        "ACUERDO_PORT": str(asked.port),
        "ACUERDO_SMTP_PORT": str(asked.smtp_port),
        "ACUERDO_BIND": asked.bind,
        "ACUERDO_DEMO": "1" if asked.demo else "0",
        "DJANGO_SETTINGS_MODULE": "acuerdo.config.settings",
        "PYTHONUNBUFFERED": "1",  # logs and progress lines as they happen
    }


def prepare(asked: Namespace, folder: DataFolder, environ: dict[str, str]) -> None:
    """Tables up to date; the demo once, its file being written when it is complete. Of another server we cannot know."""
    say("Preparando las tablas…")
    step("prepare", environ)
    if asked.demo and not (folder.demo.exists() and folder.database.exists()):
        say("Creando las mesas de demostración; la primera vez tarda cerca de un minuto…")
        step("demo", environ)


def step(name: str, environ: dict[str, str]) -> None:
    """Run one command of ours to its end; raises Trouble when it fails."""
    if code := processes.run_once(acuerdo(name), environ):
        refuse("El paso «acuerdo {name}» falló (código {code}); el motivo está en las líneas de arriba.", name=name, code=code)


def start(folder: DataFolder, environ: dict[str, str], stack: ExitStack) -> list[Child]:
    """Web, worker and mail listener together."""
    say("Iniciando páginas, trabajos y recepción de correo…")
    children = [Child(name, acuerdo(name), environ, folder) for name in PROCESSES]
    stack.callback(processes.stop, children)
    stack.callback(say, "Deteniendo los procesos…")
    stack.callback(signals.deafen)
    return children


def wait_until_ready(asked: Namespace, children: Sequence[Child], database: Postgres | None) -> None:
    """Until the first page and the mail listener answer; raises Trouble when a process keeps ending instead."""
    patience = time.monotonic() + PATIENCE
    while not (ports.answers(asked.port, asked.bind, HEALTH) and ports.is_open(asked.smtp_port, asked.bind)):
        processes.tend(children, database)
        for child in children:
            if child.failures >= HOPELESS:
                refuse(
                    "El proceso «{name}» no arranca. Lo último que dijo (todo está en {log}):\n{lines}",
                    name=child.name,
                    log=child.watched.log,
                    lines=last_lines(child.watched.log),
                )
        if time.monotonic() > patience:
            say("Las páginas todavía no responden; sigo esperando…")
            patience = time.monotonic() + PATIENCE
        time.sleep(processes.TICK)
