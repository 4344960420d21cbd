"""What has happened in a case, for its customer: the public conversation and the events that mean something to them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement, said_on
from acuerdo.events.models import Event
from acuerdo.files.models import StoredFile
from acuerdo.portal.views.of_work import OF_WORK
from acuerdo.satisfaction.wording import how_it_closed
from acuerdo.tickets.models import Message, Ticket


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a message. `image_url`: it may be shown in the page."""

    name: str
    size: int
    url: str
    image_url: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A message. `ours`: the desk's; `frame_url`: it came with a form of its own, to be seen in a frame."""

    pk: int
    at: datetime
    name: str
    about: str
    ours: bool
    text: str
    quoted: str = ""
    #: The points of a formal reply, the manual's words and what was said on each (INT-108).
    points: tuple[tuple[str, str], ...] = ()
    is_solution: bool = False
    frame_url: str = ""
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """An event, in a sentence."""

    at: datetime
    icon: str
    words: str


@dataclass(frozen=True)
class Tale:
    """What telling an event needs to know."""

    ticket: Ticket
    agreement: Agreement
    names: Mapping[int, str] = field(default_factory=dict)


def timeline(tale: Tale, messages: Sequence[Message], events: Iterable[Event], desk_name: str) -> list[Said | Done]:
    """Both in the order they happened; at the same instant what was said stands before what it caused."""
    entries: list[tuple[datetime, int, Said | Done]] = [(m.at, 0, said(m, tale.ticket, tale.agreement, desk_name)) for m in messages]
    status = "new"
    for event in events:
        status, before = str(event.facts.get("status", status)), status
        tell = TOLD.get(event.kind)
        icon, words = tell(event.facts, tale) if tell and not (status == "in_progress" and before == "new") else ("", "")
        if words:
            entries.append((event.at, 1, Done(event.at, icon, words)))
    return [entry for _at, _rank, entry in sorted(entries, key=lambda entry: entry[:2])]


def said(message: Message, ticket: Ticket, agreement: Agreement, desk_name: str) -> Said:
    """A message as the page shows it."""
    ours = message.person_id is not None
    return Said(
        pk=message.pk,
        at=message.at,
        name=message.author_name,
        about=desk_name if ours else "",
        ours=ours,
        text=message.text,
        quoted=message.quoted,
        points=tuple(said_on(agreement.replies.values(), message.evidence).values()),
        is_solution=message.kind == Message.Kind.SOLUTION,
        frame_url=reverse("portal:markup", args=[ticket.number, message.pk]) if message.has_form else "",
        files=tuple(attachment(stored, ticket) for stored in message.files.all()),
    )


def attachment(stored: StoredFile, ticket: Ticket) -> Attachment:
    """A file with the addresses under which this page serves it."""
    url = reverse("portal:file", args=[ticket.number, stored.pk])
    return Attachment(stored.name, stored.size, url, f"{url}?imagen" if stored.may_be_shown else "")


def assignees(events: Iterable[Event]) -> set[int]:
    """The people whose names the events need."""
    return {event.facts["to"] for event in events if event.kind == "ticket.assigned" and event.facts.get("to")}


Facts = Mapping[str, object]
Told = tuple[str, str]


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
