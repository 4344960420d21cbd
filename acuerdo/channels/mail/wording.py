"""Sentences about the way out for mails."""

from django.utils.translation import gettext as _


def step(name: str) -> str:
    """Say what a step does."""
    return {
        "dns": _("Encontrar el servidor por su nombre"),
        "connect": _("Conectarse"),
        "tls": _("Cifrar la conexión"),
        "login": _("Entrar con el usuario"),
        "sender": _("Enviar como la mesa"),
    }[name]


def problem(name: str, code: str, *, host: str, port: int, said: str) -> str:
    """Say what stands in the way of a step, and what to do."""
    named = {"host": host, "port": port, "said": said}
    certain = {
        "no_such_host": _("Nadie conoce el nombre %(host)s. Revise EMAIL_HOST, o el DNS de esta máquina."),
        "nobody_there": _("%(host)s existe, pero nadie atiende en el puerto %(port)s. Revise EMAIL_PORT: suele ser 587 o 25."),
        "silence": _("%(host)s no contesta en el puerto %(port)s. Suele ser un cortafuegos que no deja salir a ese puerto."),
        "unreachable": _("No hay camino hasta %(host)s: %(said)s."),
        "no_smtp": _("Quien atiende en el puerto %(port)s no habla SMTP, o espera TLS desde el comienzo (puerto 465). Use 587."),
        "certificate": _("El certificado de %(host)s no vale: %(said)s. Use el nombre que está en el certificado."),
        "tls_failed": _("La conexión no se pudo cifrar: %(said)s."),
    }
    if code in certain:
        return certain[code] % named
    if code == "not_offered":
        return (
            _("El servidor no ofrece cifrado (STARTTLS). Quite EMAIL_USE_TLS, o use otro puerto.")
            if name == "tls"
            else _("El servidor no pide usuario por este camino. Con cifrado (EMAIL_USE_TLS) suele ofrecerlo.")
        )
    if name == "login":
        return _("El servidor no acepta el usuario o la contraseña: «%(said)s». Revise EMAIL_HOST_USER y EMAIL_HOST_PASSWORD.") % named
    if name == "sender":
        return _("El servidor no deja enviar como la dirección de la mesa: «%(said)s».") % named
    return _("El servidor contestó: «%(said)s».") % named
