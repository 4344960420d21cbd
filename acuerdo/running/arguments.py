"""What `acuerdo up` may be told."""

import argparse
import os
import sys
from pathlib import Path

from acuerdo.running.folder import default_folder
from acuerdo.running.spanish import speak_spanish
from acuerdo.running.wording import language, sentence

LARGEST_PORT = 65535


def parsed(argv: list[str]) -> argparse.Namespace:
    """port, smtp_port, bind, data, demo; wrong ones end the program with code 2 and say why."""
    if language() == "es":
        speak_spanish()
    parser = argparse.ArgumentParser(
        prog="acuerdo up",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
        description=sentence("Inicia Acuerdo: base de datos, páginas, trabajos y recepción de correo. Ctrl-C lo detiene todo."),
        epilog=sentence(
            "Variables: ACUERDO_DATA (carpeta de datos), DATABASE_URL y DATABASE_OWNER_URL (un servidor PostgreSQL\n"
            "propio, de la versión 15 en adelante), ACUERDO_LANG (es o en)."
        ),
    )
    options = parser.add_argument_group(sentence("opciones"))
    options.add_argument("-h", "--help", action="help", help=sentence("muestra esta ayuda"))
    options.add_argument(
        "--port", type=port, default=env_port("ACUERDO_PORT", 8000), metavar="N", help=sentence("puerto de las páginas (8000)")
    )
    options.add_argument(
        "--smtp-port",
        type=port,
        default=env_port("ACUERDO_SMTP_PORT", 2525),
        metavar="N",
        help=sentence("puerto donde se recibe correo por SMTP (2525)"),
    )
    options.add_argument(
        "--bind",
        default=os.environ.get("ACUERDO_BIND") or "127.0.0.1",
        metavar="ADDR",
        help=sentence("dirección en la que escucha (127.0.0.1: sólo esta máquina)"),
    )
    options.add_argument("--data", type=Path, default=default_folder(), metavar="DIR", help=sentence("carpeta de datos (var)"))
    options.add_argument("--no-demo", dest="demo", action="store_false", help=sentence("sin las cinco mesas de demostración"))
    return parser.parse_args(argv)


def port(text: str) -> int:
    """Read a port that a server can be given."""
    if not text.isdigit() or not 0 < int(text) <= LARGEST_PORT:
        raise argparse.ArgumentTypeError(sentence("«{text}» no es un puerto: un número de 1 a 65535", text=text))
    return int(text)


def env_port(name: str, usual: int) -> int | str:
    """Take the environment's, which argparse then checks like a typed one."""
    return os.environ.get(name) or usual


if __name__ == "__main__":  # script/server asks before it sets anything up
    parsed(sys.argv[1:])
