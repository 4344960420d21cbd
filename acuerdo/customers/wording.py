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
    }.get(why, "")
