"""Sentences about customers: why something was refused, what changed."""

from django.utils.translation import gettext as _


def refused_domain(name: str, why: str, whose: str = "") -> str:
    """Say why a domain cannot be this customer's."""
    return {
        "shape": _("«%(name)s» no es un dominio de correo, como empresa.com.") % {"name": name},
        "free": _("%(name)s es de correo gratuito: cualquiera puede tener uno, y entraría como este cliente.") % {"name": name},
        "taken": _("%(name)s ya es de %(whose)s.") % {"name": name, "whose": whose},
    }[why]


def refused_access(why: str) -> str:
    """Say why a contact cannot be let in."""
    return {
        "colleague": _("Ese correo es de una persona de la mesa: ya entra como tal."),
        "alone": _("Primero dígale de qué cliente es."),
    }[why]


def happened(kind: str, *, new: bool) -> str:
    """Say what an event of this room was."""
    return {
        "organisation.kept": _("registró el cliente") if new else _("cambió el cliente"),
        "contact.kept": _("registró un contacto") if new else _("cambió un contacto"),
        "contact.access_given": _("invitó al contacto a entrar"),
        "contact.access_taken": _("le quitó el acceso al contacto"),
        "contract.kept": _("registró un contrato") if new else _("cambió un contrato"),
        "product.kept": _("registró el producto") if new else _("cambió el producto"),
    }.get(kind, kind)


def doubt(why: str) -> str:
    """Say why a customer's contract is in doubt; nothing where it is not."""
    return {
        "none": _("Sin contrato"),
        "several": _("Varios contratos vigentes"),
        "ended": _("El contrato terminó"),
        "suspended": _("Contrato suspendido"),
        "terms": _("Lo acordado aparte no se entiende con el manual vigente"),
        "unknown": _("Sin cliente"),
        "no_plan": _("Contrato sin plan"),
        "plan": _("El manual vigente no tiene su plan"),
        "ending": _("Termina pronto y nada lo sigue"),
    }.get(why, "")


def doubt_mended(why: str) -> str:
    """Say what to do about a doubt."""
    return {
        "none": _("Registre qué contrató: de ahí salen sus plazos."),
        "several": _("Deje uno vigente, o separe sus fechas."),
        "ended": _("Si sigue, registre el nuevo contrato; si no, cambie el estado del cliente."),
        "suspended": _("Sus casos entran sin plazo hasta que se levante la suspensión."),
        "terms": _("Lea lo acordado con el manual de hoy y guárdelo otra vez."),
        "no_plan": _("Elija su plan: sin él no hay plazos."),
        "plan": _("Elija uno de los planes del manual de hoy."),
        "ending": _("Registre el contrato que sigue."),
    }.get(why, "")


def refused_line(code: str, column: str, said: str) -> str:
    """Say why a line of a sheet is refused."""
    named = {"column": column, "said": said}
    return {
        "columns": _("La primera línea no nombra la columna «cliente». Dice: %(said)s") % named,
        "unreadable": _("Desde aquí la hoja no se entiende: %(said)s") % named,
        "too_many": _("Hay más de %(said)s líneas. Tráigalas en varias hojas.") % named,
        "too_long": _("%(column)s es demasiado largo: «%(said)s…»") % named,
        "needed": _("Falta %(column)s.") % named,
        "plan": _("El manual no tiene el plan «%(said)s».") % named,
        "level": _("El manual no tiene el nivel «%(said)s».") % named,
        "day": _("%(column)s: «%(said)s» no es una fecha como 2026-03-15 o 15/03/2026.") % named,
        "order": _("El contrato termina antes de empezar.") % named,
        "email": _("«%(said)s» no es un correo.") % named,
        "twice": _("%(said)s está dos veces en la hoja.") % named,
        "of_another": _("Ese correo ya es de otro cliente: %(said)s.") % named,
        "domain_shape": _("«%(said)s» no es un dominio de correo, como empresa.com.") % named,
        "domain_free": _("%(said)s es de correo gratuito: cualquiera puede tener uno.") % named,
        "domain_taken": _("%(said)s ya es de otro cliente.") % named,
    }[code]


def brought(what: str) -> str:
    """Say what a line of a sheet brings."""
    return {
        "organisation": _("cliente nuevo"),
        "contract": _("contrato nuevo"),
        "contact": _("contacto nuevo"),
        "changes": _("cambia el contacto"),
    }[what]
