"""Values that were chosen among few, in words: the manual's where it has them, else the product's."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from acuerdo.audit.wording.facts import FACTS
from acuerdo.audit.wording.kinds import KINDS
from acuerdo.channels.mail.models import RawMail
from acuerdo.core.agreements import Agreement
from acuerdo.customers.wording import doubt
from acuerdo.people.models import Role
from acuerdo.publishing.models import Acknowledgement
from acuerdo.tickets.models import Approval, Link, Objection, TimeEntry
from acuerdo.tickets.wording import state_of_clock

Words = Mapping[str, str | Promise]

OURS: Mapping[str, Words] = {
    "channel": {"email": _("Correo"), "web": _("Página del cliente"), "telefono": _("Teléfono"), "reunion": _("Reunión")},
    "closed_as": {"approved": _("aprobado por el cliente"), "silence": _("el cliente no respondió"), "cancelled": _("anulado")},
    "cause": {"hand": _("a mano"), "clock": _("por un plazo"), "rule": _("por una regla")},
    "done": {
        "retried": _("se intentó otra vez"),
        "discarded": _("se descartó"),
        "sent_again": _("se envió otra vez"),
        "processed_again": _("se procesó otra vez"),
    },
    "party": {"provider": _("de la mesa"), "customer": _("del cliente"), "third_party": _("de un tercero"), "nobody": _("de nadie")},
    "tell": {"authorised": _("a los contactos autorizados"), "nobody": _("a nadie")},
    "language": {"es": _("español"), "en": _("inglés")},
    "role": dict(Role.choices),
    "activity": dict(TimeEntry.Activity.choices),
    "asks": dict(Approval.Kind.choices),
    "decision": dict(Approval.Decision.choices),
    "link": dict(Link.Kind.choices),
    "about": dict(Objection.About.choices),
    "way": dict(Acknowledgement.Way.choices),
    "kind": KINDS,
    "outcome": {**dict(RawMail.Outcome.choices), RawMail.Outcome.UNANSWERED.value: _("Respuesta automática que no es de ningún caso")},
    "fields": FACTS,
}


#: Why the product itself did something, as `kind` of event and its word for it; whoever types a reason writes a sentence.
REASONS: Mapping[tuple[str, str], str | Promise] = {
    ("ticket.classified", "customer"): _("se encontró el cliente"),
    ("ticket.corrected", "approvals"): _("cambió lo que se debe aprobar"),
    ("ticket.reopened", "customer_wrote"): _("el cliente escribió"),
    ("ticket.reopened", "rejected"): _("el cliente rechazó la solución"),
    ("ticket.reopened", "taken_up"): _("la mesa lo retomó"),
    ("ticket.status", "approval_asked"): _("se pidió una aprobación"),
    ("ticket.status", "approval_decided"): _("se decidió una aprobación"),
    ("ticket.status", "checks"): _("por sus verificaciones"),
    ("ticket.status", "customer_wrote"): _("el cliente escribió"),
    ("ticket.status", "planned"): _("llegó el día planeado"),
    ("ticket.status", "returned"): _("se devolvió al cliente"),
}


def reason_in_words(kind: str, reason: str) -> str:
    """Why something was done."""
    return str(REASONS.get((kind, reason), reason))


def of_manual(name: str, agreement: Agreement) -> Words:
    """The manual's words for the values of a fact that is none of a case's."""
    if name == "level":
        return {level.id: level.label for ladder in agreement.levels.values() for level in ladder.steps.values()}
    if name == "stage":
        return {stage.id: stage.label for status in agreement.statuses.values() for stage in status.stages.values()}
    if name == "value":
        return {face.id: face.label for face in agreement.survey.faces.values()} if agreement.survey else {}
    if name in {"status", "clock"}:
        named = agreement.statuses if name == "status" else agreement.clocks
        return {each.id: each.label for each in named.values()}
    return {"milestone": agreement.milestones, "closed_as": agreement.closure.reasons}.get(name, {})


def chosen_in_words(name: str, value: str, agreement: Agreement) -> str:
    """A chosen value by its label; any other text as it is."""
    label = agreement.label(name, value)
    if label != value:
        return label
    said = of_manual(name, agreement).get(value) or OURS.get(name, {}).get(value)
    if said:
        return str(said)
    return {"doubt": doubt, "state": state_of_clock, "share": in_hundredths, "what": happening}.get(name, str)(value) or value


def happening(event: str) -> str:
    """What happened, by the name that it has for the clocks."""
    return str(KINDS.get(f"ticket.{event}", event))


def in_hundredths(share: str) -> str:
    """A share that is kept as a fraction: 4/5 is 80 %."""
    part, _slash, whole = share.partition("/")
    return f"{100 * int(part) / int(whole or 1):g} %" if part.isdecimal() and (whole or "1").isdecimal() and int(whole or 1) else share
