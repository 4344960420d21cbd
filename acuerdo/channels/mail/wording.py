"""Sentences about the ways in and out for mails: what a trial does, and what stands in the way, in plain words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: A step's name, its problem ("" for none), and the server's words or what was found: actions/trying.py.
Taken = tuple[str, str, str]


def step(name: str, found: str = "") -> str:
    """Say what a step does; `found`: how many messages are in the folder."""
    if name == "folder" and found.isdecimal():
        number = int(found)
        return ngettext("Abrir la carpeta: tiene %(n)d mensaje", "Abrir la carpeta: tiene %(n)d mensajes", number) % {"n": number}
    return {
        "dns": _("Encontrar el servidor por su nombre"),
        "connect": _("Conectarse"),
        "tls": _("Cifrar la conexión"),
        "login": _("Entrar con el usuario"),
        "sender": _("Enviar como la mesa"),
        "folder": _("Abrir la carpeta"),
        "mark": _("Marcar como leído"),
        "moved": _("Mover lo ya recibido"),
    }[name]


def of_the_net(code: str, named: dict[str, object]) -> str:
    """What stands in the way before anybody speaks of mail; empty for what does."""
    certain = {
        "no_such_host": _("Nadie conoce el nombre %(host)s. Revise cómo está escrito, o el DNS de esta máquina."),
        "no_mail_there": _("%(host)s lleva a una dirección donde no hay correo: solo sirve dentro de la propia máquina."),
        "nobody_there": _("%(host)s existe, pero nadie atiende en el puerto %(port)s. Suele ser %(usual)s."),
        "silence": _("%(host)s no contesta en el puerto %(port)s. Suele ser un cortafuegos que no deja salir a ese puerto."),
        "unreachable": _("No hay camino hasta %(host)s: %(said)s."),
        "no_smtp": _("Quien atiende en el puerto %(port)s no habla SMTP, o espera TLS desde el comienzo (puerto 465)."),
        "no_imap": _(
            "Quien atiende en el puerto %(port)s no habla IMAP, o no como se le pide. Con TLS desde el comienzo suele ser el 993."
        ),
        "not_tls": _("Quien atiende en el puerto %(port)s no habla TLS desde el comienzo. Elija STARTTLS, o el puerto %(tls_port)s."),
        "certificate": _("El certificado de %(host)s no vale: %(said)s. Use el nombre que está en el certificado."),
        "tls_failed": _("La conexión no se pudo cifrar: %(said)s."),
        "key_changed": _("La contraseña guardada ya no se puede leer: la clave de esta instalación es otra. Escríbala de nuevo."),
    }
    return certain[code] % named if code in certain else ""


def problem(found: Taken, *, host: str, port: int, incoming: bool = False) -> str:
    """Say what stands in the way of a step, and what to do."""
    name, code, said = found
    usual, tls_port = ("993", 993) if incoming else (_("587 o 25"), 465)
    named: dict[str, object] = {"host": host, "port": port, "said": said, "usual": usual, "tls_port": tls_port}
    if words := of_the_net(code, named):
        return words
    if code == "not_offered":
        return (
            _("El servidor no ofrece cifrado (STARTTLS) en este puerto. Pruebe con TLS desde el comienzo, o con otro puerto.")
            if name == "tls"
            else _("El servidor no pide usuario por este camino. Con cifrado suele ofrecerlo.")
        )
    refused = {
        "login": _("El servidor no acepta el usuario o la contraseña: «%(said)s». Muchos piden una contraseña de aplicación."),
        "sender": _("El servidor no deja enviar como la dirección de la mesa: «%(said)s»."),
        "folder": _("El servidor no abre esa carpeta: «%(said)s». Escríbala como la llama el servidor."),
        "mark": _("El correo se recibe, pero el servidor no deja marcarlo como leído: «%(said)s»."),
        "moved": _("El servidor no encuentra la carpeta de lo ya recibido: «%(said)s». Créela allá, o escríbala como se llama."),
    }
    return refused.get(name, _("El servidor contestó: «%(said)s».")) % named


def trial(steps: Iterable[Taken], *, host: str, port: int, incoming: bool = False) -> list[dict[str, str]]:
    """A trial as a page shows it: each step's words, and the problem where there was one."""
    return [
        {
            "words": step(name, "" if code else detail),
            "problem": problem((name, code, detail), host=host, port=port, incoming=incoming) if code else "",
        }
        for name, code, detail in steps
    ]
