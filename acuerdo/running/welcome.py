"""The last lines of a start: where to look, and with which log-ins."""

import json
from argparse import Namespace
from typing import Any
from urllib.parse import urlsplit

from acuerdo.running.folder import DataFolder
from acuerdo.running.ports import EVERYWHERE
from acuerdo.running.wording import say, tell


def show(asked: Namespace, folder: DataFolder, seconds: float) -> None:
    """Addresses, log-ins, and how to stop."""
    tell("")
    say("Acuerdo está listo ({seconds} s).", seconds=round(seconds))
    tell("")
    if asked.demo and folder.demo.exists():
        say("Mesas de demostración, para probar:")
        say("  http://localhost:{port}/  las muestra todas", port=asked.port)
        for desk in json.loads(folder.demo.read_text("utf-8")):
            show_desk(desk, asked.port)
    else:
        say("Páginas: http://localhost:{port}/", port=asked.port)
        say("Para crear una mesa: acuerdo desk create NOMBRE --manual proware --domain NOMBRE.localhost")
    tell("")
    say("Correo entrante: SMTP en {address}, puerto {port}", address=EVERYWHERE.get(asked.bind, asked.bind), port=asked.smtp_port)
    say("Registros: {folder}", folder=folder.logs)
    say("Ctrl-C lo detiene todo.")


def show_desk(desk: dict[str, Any], port: int) -> None:
    """One desk and its people; the port is today's, whatever it was when the demo was made."""
    tell("")
    tell(f"  {desk['name']}  http://{urlsplit(desk['url']).hostname}:{port}/")
    people = desk["people"]
    for person in people:
        name, role = person["name"], person["role"]
        width = max(len(f"{one['name']}, {one['role']}") for one in people)
        email_width = max(len(one["email"]) for one in people)
        tell(f"    {f'{name}, {role}':<{width}}  {person['email']:<{email_width}}  {person['password']}")
