"""Sentences for what happened to a case: while somebody wrote, to its clocks, at its end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Happening
from acuerdo.events.models import Event
from acuerdo.tickets.models import Message


@dataclass(frozen=True, slots=True)
class Between:
    """Something that came in between: in a sentence, when, and the words if it was said."""

    words: str
    at: datetime
    text: str = ""


def meanwhile(event: Event, message: Message | None, people: Mapping[int, str], agreement: Agreement) -> Between:
    """Say what another did while one wrote."""
    facts: Mapping[str, Any] = event.facts
    name = message.author_name if message else people.get(event.actor_id or 0, "") if event.actor_kind == "person" else ""
    status = str(facts.get("status", ""))
    said = {
        "who": name or _("El sistema"),
        "status": agreement.statuses[status].label if status in agreement.statuses else status,
        "facts": ", ".join(agreement.label(fact, str(value)) for fact, value in facts.get("facts", {}).items() if value),
        "number": facts.get("number", ""),
    }
    words = {
        "ticket.customer_wrote": _("%(who)s, del cliente, escribió"),
        "ticket.responded": _("%(who)s respondió al cliente"),
        "ticket.resolved": _("%(who)s entregó una solución"),
        "ticket.reopened": _("El caso se reabrió"),
        "ticket.closed": _("El caso se cerró"),
        "ticket.cancelled": _("%(who)s anuló el caso"),
        "ticket.status": _("%(who)s lo pasó a «%(status)s»"),
        "ticket.assigned": _("%(who)s cambió el responsable"),
        "ticket.classified": _("%(who)s lo clasificó: %(facts)s"),
        "ticket.level_raised": _("%(who)s lo escaló"),
        "ticket.absorbed": _("%(who)s unió aquí el caso #%(number)s"),
    }.get(event.kind, _("%(who)s cambió el caso"))
    return Between(words % said, event.at, message.text if message else "")


#: What happened at the end of a case, for the desk.
ENDING = {
    "ticket.escalation_asked": gettext_noop("%(who)s pidió escalar el caso"),
    "ticket.accord_proposed": gettext_noop("%(who)s propuso cerrar de mutuo acuerdo"),
    "ticket.accord_answered": gettext_noop("%(who)s no aceptó cerrar de mutuo acuerdo"),
    "ticket.objected": gettext_noop("%(who)s presentó una objeción"),
    "ticket.objection_answered": gettext_noop("%(who)s no aceptó la objeción"),
    "ticket.reviewed": gettext_noop("%(who)s escribió la revisión posterior"),
    "ticket.article_proposed": gettext_noop("%(who)s propuso escribir un artículo"),
}


#: The same where the answer is yes: the fact that says so, and the words.
ENDING_WITH_YES = {
    "ticket.accord_answered": ("agreed", gettext_noop("%(who)s aceptó cerrar de mutuo acuerdo")),
    "ticket.objection_answered": ("upheld", gettext_noop("%(who)s aceptó la objeción")),
}


def ended(kind: str, facts: Mapping[str, object], who: str) -> str:
    """Say for the desk what happened at the end of a case, one of `ENDING`."""
    yes, words = ENDING_WITH_YES.get(kind, ("", ""))
    return _(words if yes and facts.get(yes) else ENDING[kind]) % {"who": who}


def deed(said: str, agreement: Agreement, people: Mapping[int, str]) -> str:
    """Say what a saved answer does to the case, as a chip (tickets.actions.carry)."""
    kind, _equals, value = said.partition("=")
    fact, _colon, chosen = value.partition(":")
    names = {"type": _("Tipo"), "item": _("Ítem"), "product": _("Producto")}
    label = agreement.fields[fact].label if fact in agreement.fields else names.get(fact, fact)
    who = _("mí") if value == "me" else people.get(int(value), _("alguien que ya no está")) if value.isdecimal() else value
    return {
        "assign": _("Asignar a %(who)s") % {"who": who},
        "fact": f"{label}: {agreement.label(fact, chosen)}",
        "tag": _("Etiqueta %(tag)s") % {"tag": value},
        "note": _("Nota: %(text)s") % {"text": value[:40]},
        "then": agreement.statuses[value].label if value in agreement.statuses else value,
    }.get(kind, said)


def event_for_clocks(event: Happening, agreement: Agreement) -> str:
    """Name an event that moves clocks, for who corrects its time."""
    names = agreement.statuses
    if event.event == "status":
        status = str(event.status)
        return _("Pasó a «%(status)s»") % {"status": names[status].label if status in names else status}
    if event.event == "promised":
        return _("Fecha prometida")
    return {
        "opened": _("Caso radicado"),
        "classified": _("Clasificado"),
        "ready": _("Listo para empezar"),
        "customer_wrote": _("Escribió el cliente"),
        "responded": _("Respuesta al cliente"),
        "resolved": _("Solución entregada"),
        "reopened": _("Reabierto"),
        "closed": _("Cerrado"),
        "cancelled": _("Anulado"),
        "terms": _("Otros términos"),
    }.get(event.event, agreement.milestones.get(event.event, event.event))


def state_of_clock(state: str) -> str:
    """Name how a clock stands."""
    return {
        "running": _("Corriendo"),
        "paused": _("En pausa"),
        "met": _("Cumplido"),
        "breached": _("Incumplido"),
        "cancelled": _("Anulado"),
        "answered": _("Contestado"),
        "elapsed": _("Transcurrido"),
    }.get(state, state)
