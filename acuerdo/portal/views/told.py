"""What happened in a case, in sentences for its customer: the events that mean something to them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.files.models import StoredFile
from acuerdo.portal.views.of_work import OF_WORK, Facts, Told
from acuerdo.satisfaction.wording import how_it_closed
from acuerdo.tickets.models import Ticket


@dataclass(frozen=True)
class Tale:
    """What telling an event needs to know."""

    ticket: Ticket
    agreement: Agreement
    names: Mapping[int, str] = field(default_factory=dict)
    #: What was sent with messages, by message.
    files: Mapping[int, Sequence[StoredFile]] = field(default_factory=dict)


def opened(_facts: Facts, tale: Tale) -> Told:
    """Received and numbered."""
    words = _("Recibimos el caso y le dimos el número %(number)s") % {"number": tale.ticket.number}
    if tale.ticket.follows:
        words += ". " + _("Sigue al caso %(number)s, que ya había terminado") % {"number": tale.ticket.follows.number}
    return "ticket", words


def entered(facts: Facts, tale: Tale) -> Told:
    """A status, in the manual's sentence for customers where it has one."""
    status = str(facts.get("status", ""))
    name = tale.agreement.statuses.get(status)
    ours = {
        "in_progress": ("player-play", _("Seguimos trabajando en el caso")),
        "waiting_customer": ("player-pause", _("El plazo se detuvo mientras esperamos su respuesta")),
        "waiting_internal": ("users", _("Otra área nuestra trabaja en el caso")),
        "waiting_provider": ("building", _("El caso está en manos de un proveedor")),
        "waiting_approval": ("gavel", _("El caso espera una aprobación")),
        "scheduled": ("calendar-event", _("El trabajo quedó programado")),
    }
    icon, words = ours.get(status, ("", ""))
    if facts.get("reason") == "customer_wrote":
        return "player-play", _("Recibimos su respuesta y el plazo siguió corriendo")
    return icon, (name.sentence.rstrip(".") if name and name.sentence else words)


def assigned(facts: Facts, tale: Tale) -> Told:
    """Who has it now."""
    name = tale.names.get(int(str(facts.get("to") or 0)), "")
    return "user-check", _("Lo atiende %(name)s") % {"name": name} if name else ""


def classified(facts: Facts, tale: Tale) -> Told:
    """A new classification; its new times are on the page."""
    known = tale.agreement.fields
    changed = facts.get("facts")
    values = changed if isinstance(changed, Mapping) else {}
    words = [f"{known[fact].label}: {tale.agreement.label(fact, str(value))}" for fact, value in values.items() if fact in known and value]
    return "tag", _("Clasificamos el caso. %(facts)s") % {"facts": ", ".join(words)} if words else ""


def raised(facts: Facts, tale: Tale) -> Told:
    """A level of the manual's ladder."""
    ladder = tale.agreement.ladder
    step = ladder.steps.get(str(facts.get("level"))) if ladder else None
    return "stairs-up", _("El caso pasó a %(level)s") % {"level": step.label} if step else ""


def reached(facts: Facts, tale: Tale) -> Told:
    """A milestone under the manual's name."""
    return "flag", tale.agreement.milestones.get(str(facts.get("milestone")), "")


def reopened(facts: Facts, _tale: Tale) -> Told:
    """Work again."""
    if facts.get("rejected"):
        return "arrow-back-up", _("La solución no sirvió: el caso volvió a nosotros")
    return "arrow-back-up", _("El caso se abrió de nuevo")


def reminded(_facts: Facts, _tale: Tale) -> Told:
    """A reminder left."""
    return "bell", _("Le recordamos que la solución espera su respuesta")


def closed(facts: Facts, tale: Tale) -> Told:
    """How it ended."""
    return "circle-check", how_it_closed(str(facts.get("closed_as", "")), tale.agreement, str(facts.get("reason", ""))).rstrip(".")


def cancelled(facts: Facts, _tale: Tale) -> Told:
    """Withdrawn."""
    return "circle-x", _("El caso se anuló. %(reason)s") % {"reason": facts.get("reason", "")}


def merged(facts: Facts, _tale: Tale) -> Told:
    """Part of another now."""
    return "arrows-join", _("Unimos este caso al %(number)s, donde sigue") % {"number": facts.get("number")}


def absorbed(facts: Facts, _tale: Tale) -> Told:
    """Another became part of this one."""
    return "arrows-join", _("Unimos aquí el caso %(number)s, que trataba de lo mismo") % {"number": facts.get("number")}


def released(facts: Facts, _tale: Tale) -> Told:
    """Two again."""
    return "arrows-split", _("El caso %(number)s se atiende otra vez por separado") % {"number": facts.get("number")}


def split(facts: Facts, _tale: Tale) -> Told:
    """Something else was in it."""
    return "arrows-split", _("Una parte pasó al caso %(number)s, para atenderla por separado") % {"number": facts.get("number")}


def rated(facts: Facts, tale: Tale) -> Told:
    """The survey's answer."""
    survey = tale.agreement.survey
    face = survey.faces.get(str(facts.get("value"))) if survey else None
    return "star", _("Usted calificó la atención: %(face)s") % {"face": face.label} if face else ""


def asked_escalation(_facts: Facts, _tale: Tale) -> Told:
    """The customer asked to escalate."""
    return "stairs-up", _("Usted pidió escalar el caso")


def proposed_accord(_facts: Facts, _tale: Tale) -> Told:
    """The desk proposes to close."""
    return "circle-check", _("Le propusimos cerrar el caso de mutuo acuerdo")


def answered_accord(facts: Facts, _tale: Tale) -> Told:
    """The customer's answer to that."""
    return "circle-check", _("Usted estuvo de acuerdo con cerrar el caso") if facts.get("agreed") else _(
        "Usted no estuvo de acuerdo con cerrarlo"
    )


def objected(_facts: Facts, _tale: Tale) -> Told:
    """An objection."""
    return "hand-stop", _("Usted presentó una objeción")


def objection_answered(_facts: Facts, _tale: Tale) -> Told:
    """Its answer."""
    return "hand-stop", _("Respondimos su objeción")


def of_work(tell: Callable[[Facts, Agreement], Told]) -> Callable[[Facts, Tale], Told]:
    """What is told of work needs the manual alone."""
    return lambda facts, tale: tell(facts, tale.agreement)


#: What is not here is the desk's own: notes, warnings of clocks, machines' answers. Messages tell themselves.
TOLD: Mapping[str, Callable[[Facts, Tale], Told]] = {
    "ticket.opened": opened,
    "ticket.status": entered,
    **{kind: of_work(tell) for kind, tell in OF_WORK.items()},
    "ticket.assigned": assigned,
    "ticket.classified": classified,
    "ticket.level_raised": raised,
    "ticket.reached": reached,
    "ticket.reopened": reopened,
    "ticket.reminded": reminded,
    "ticket.closed": closed,
    "ticket.cancelled": cancelled,
    "ticket.rated": rated,
    "ticket.escalation_asked": asked_escalation,
    "ticket.accord_proposed": proposed_accord,
    "ticket.accord_answered": answered_accord,
    "ticket.objected": objected,
    "ticket.objection_answered": objection_answered,
    "ticket.merged": merged,
    "ticket.absorbed": absorbed,
    "ticket.unmerged": released,
    "ticket.released": released,
    "ticket.split": split,
}
