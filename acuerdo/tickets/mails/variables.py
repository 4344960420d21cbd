"""What a desk's own words may name, and what each name stands for in one case. The list is fixed: nothing else is ever put in."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acuerdo.core.agreements import Agreement
from acuerdo.tickets.models import Ticket
from acuerdo.ui.moments import clock_time, long

#: Every name, with what it says to whoever writes.
NAMES: Mapping[str, str | Promise] = MappingProxyType(
    {
        "caso.numero": gettext_lazy("Número del caso"),
        "caso.asunto": gettext_lazy("Asunto del caso"),
        "caso.estado": gettext_lazy("Estado, con el nombre del manual"),
        "caso.tipo": gettext_lazy("Tipo de caso"),
        "caso.clasificacion": gettext_lazy("Prioridad, severidad o lo que use el manual"),
        "caso.plan": gettext_lazy("Plan del cliente"),
        "caso.nivel": gettext_lazy("Nivel que lo atiende"),
        "caso.llegada": gettext_lazy("Día y hora en que llegó"),
        "cliente.nombre": gettext_lazy("Nombre de quien reportó"),
        "cliente.organizacion": gettext_lazy("Organización del cliente"),
        "mesa.nombre": gettext_lazy("Nombre de la mesa"),
        "mesa.area": gettext_lazy("Área que atiende"),
        "persona.nombre": gettext_lazy("Quien atiende el caso"),
        "plazo.frase": gettext_lazy("El primer plazo, en una frase"),
        "solucion.fecha": gettext_lazy("Cuándo se entregó la solución"),
        "otro.numero": gettext_lazy("Número del otro caso, solo al unir o separar"),
        "aviso.asunto": gettext_lazy("De qué se avisa, solo en avisos al equipo"),
        "aviso.texto": gettext_lazy("El aviso, solo en avisos al equipo"),
    }
)


def values_of(ticket: Ticket, agreement: Agreement, desk_name: str, *, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """What every name stands for in a case; `more` adds what only this mail knows (`plazo.frase`, `aviso.texto`)."""
    facts, status = ticket.facts, agreement.statuses.get(ticket.status)
    steps = agreement.ladder.steps if agreement.ladder else {}
    chosen = [agreement.label(name, str(facts[name])) for name in agreement.fields if facts.get(name)]
    return {
        "caso.numero": str(ticket.number),
        "caso.asunto": ticket.subject,
        "caso.estado": status.label if status else ticket.status,
        "caso.tipo": agreement.label("type", str(facts.get("type", ""))),
        "caso.clasificacion": " · ".join(chosen),
        "caso.plan": agreement.label("plan", str(facts.get("plan", ""))),
        "caso.nivel": steps[ticket.level].label if ticket.level in steps else agreement.desk_name,
        "caso.llegada": day_and_time(ticket.opened_at, agreement),
        "cliente.nombre": ticket.contact.name,
        "cliente.organizacion": ticket.organisation.name if ticket.organisation else "",
        "mesa.nombre": desk_name,
        "mesa.area": agreement.desk_name,
        "persona.nombre": ticket.assignee.name if ticket.assignee else agreement.desk_name,
        "solucion.fecha": long(ticket.resolved_at, ticket.resolved_at, agreement.zone) if ticket.resolved_at else "",
        **(more or {}),
    }


def day_and_time(at: datetime, agreement: Agreement) -> str:
    """When something was: "viernes 20 de noviembre a las 10:00"."""
    day = long(at, at, agreement.zone).rpartition(",")[0]
    return _("%(day)s a las %(time)s") % {"day": day, "time": clock_time(at, agreement.zone)}
