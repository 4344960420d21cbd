"""What waits in the queue, whom a pause waits for, what is wrong with a contract, whose time it was."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.core.tickets import Place

#: The groups of the queue, and what is special about each; translated one by one where they are shown.
BANDS = {
    Place.WROTE_AFTER_SOLUTION: (gettext_noop("Escribió después de la solución"), gettext_noop("primero, hasta que alguien conteste")),
    Place.WITHOUT_CUSTOMER: (gettext_noop("Sin cliente"), gettext_noop("asígnele un cliente y tendrá plazo")),
    Place.RUNNING: (gettext_noop("Por vencimiento"), gettext_noop("el plazo más próximo primero")),
    Place.PAUSED: (gettext_noop("En pausa"), gettext_noop("por lo que les queda")),
    Place.WITHOUT_CLOCK: (gettext_noop("Sin reloj"), gettext_noop("el más antiguo primero")),
    Place.WITH_CUSTOMER: (gettext_noop("Espera al cliente"), gettext_noop("solución entregada")),
    Place.ENDED: (gettext_noop("Terminados"), ""),
}


def band(place: Place) -> tuple[str, str]:
    """Name a group of the queue, and say what is special about it."""
    label, hint = BANDS[place]
    return _(label), _(hint) if hint else ""


def pause(status: str) -> str:
    """Say whom a paused case waits for."""
    return {
        "waiting_customer": _("En pausa: espera al cliente"),
        "waiting_internal": _("En pausa: espera a otra área"),
        "waiting_provider": _("En pausa: espera al proveedor"),
        "waiting_approval": _("En pausa: espera una aprobación"),
        "scheduled": _("En pausa: planeado"),
    }.get(status, _("En pausa"))


def doubt(why: str) -> str:
    """Say what is wrong with the contract of a case; nothing where nothing is."""
    return {
        "unknown": _("Nadie con esta dirección está registrado."),
        "none": _("El cliente no tiene contrato."),
        "several": _("El cliente tiene varios contratos vigentes."),
        "ended": _("El contrato del cliente terminó."),
        "suspended": _("El contrato del cliente está suspendido."),
        "terms": _("Lo acordado aparte en el contrato no se entiende con el manual de este caso: vale el manual."),
    }.get(why, "")


def party(name: str) -> str:
    """Name whose time it was."""
    return {"provider": _("Mesa"), "customer": _("Cliente"), "third_party": _("Terceros")}.get(name, name)
