"""What a mail carries besides its words, as it would be for a real case: for the preview of whoever writes the words.

Where the case has it, it is the case's own: promised times, classification, what was answered, when silence would close it. Where nobody
has written it yet an example stands, and says so. Every link is the case's page: a preview decides nothing.
"""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.tickets.actions.hear import reopen_until
from acuerdo.tickets.mails.acknowledgement import first, terms_words, understood, without_times
from acuerdo.tickets.mails.answer import paragraphs, quote_before
from acuerdo.tickets.mails.look import DRAWN
from acuerdo.tickets.mails.solution import silence_after
from acuerdo.tickets.mails.times import promises_of
from acuerdo.tickets.models import Message, Ticket
from acuerdo.ui.moments import long

Context = dict[str, object]


@dataclass(frozen=True)
class Shown:
    """The layout that a mail has, what it shows, and what only this mail can name."""

    layout: str
    context: Context
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """The case that is shown, the manual's rules for it, and the instant at which it is looked at."""

    ticket: Ticket
    agreement: Agreement
    at: datetime

    def said(self, *kinds: Message.Kind) -> Message | None:
        """The newest message of a kind."""
        return Message.objects.filter(ticket=self.ticket, kind__in=kinds).select_related("person", "contact").order_by("-pk").first()

    def classified(self) -> list[tuple[str, str]]:
        """How it is classified."""
        facts = self.ticket.facts
        return [
            (rule.label, self.agreement.label(name, str(facts[name]))) for name, rule in self.agreement.fields.items() if facts.get(name)
        ]


def specimen(template: str, case: Case) -> Shown:
    """What this mail would show besides its words."""
    return SHOWN.get(template, plain)(case, template)


def example() -> list[str]:
    """What a person will have written."""
    return [_("(Ejemplo) Aquí va lo que escribió quien atiende el caso.")]


def author(case: Case) -> str:
    """Who writes."""
    return case.ticket.assignee.name if case.ticket.assignee else _("(Ejemplo) Quien atiende el caso")


def written(case: Case, *kinds: Message.Kind) -> Context:
    """What a person wrote last, else the example."""
    message = case.said(*kinds)
    return {"paragraphs": paragraphs(message.text) if message else example(), "author": message.author_name if message else author(case)}


def promised(case: Case) -> Context:
    """The promised times, or why there are none."""
    promises = promises_of(case.ticket, case.agreement, after=case.ticket.opened_at)
    terms = terms_words(case.ticket, case.agreement, promises)
    return {"promises": promises, "terms": terms, "without_times": "" if promises else without_times(case.ticket)}


def acknowledgement(case: Case, _template: str) -> Shown:
    """A case received."""
    message = Message.objects.filter(ticket=case.ticket, kind=Message.Kind.CUSTOMER).order_by("pk").first()
    times, closure = promised(case), case.agreement.closure
    known = understood(case.ticket, case.agreement, message.pk if message else 0)
    silence = closure.silence_sentence if closure.auto_close else ""
    return Shown("acknowledgement", {**times, "understood": known, "silence": silence}, {"plazo.frase": phrase(times)})


def new_times(case: Case, _template: str) -> Shown:
    """Times that changed."""
    times = promised(case)
    return Shown("new_times", {**times, "changes": case.classified()}, {"plazo.frase": phrase(times)})


def phrase(times: Context) -> str:
    """The first promise in a sentence."""
    promises: list = times["promises"]  # type: ignore[assignment, type-arg]
    return first(promises)


def answer(case: Case, template: str) -> Shown:
    """What a person answered; a diagnosis and a formal reply with their points."""
    message = case.said(Message.Kind.ANSWER)
    rows = {"diagnosis": case.classified(), "formal-reply": points(case)}.get(template, [])
    quote = quote_before(message, case.ticket) if message and template == "answer" else None
    return Shown("answer", {**written(case, Message.Kind.ANSWER), "rows": rows, "quote": quote})


def points(case: Case) -> list[tuple[str, str]]:
    """The points of the manual's formal reply to such a case, else of its first one."""
    replies = [reply for reply in case.agreement.replies.values() if reply.points]
    own = [reply for reply in replies if all(str(case.ticket.facts.get(name, "")) in values for name, values in reply.where.items())]
    chosen = next(iter([*own, *replies]), None)
    return [(label.rstrip("."), _("(Ejemplo)")) for label in chosen.points.values()] if chosen else []


def solution(case: Case, _template: str) -> Shown:
    """A solution with its buttons and what silence will mean."""
    closure, page = case.agreement.closure, "#"
    return Shown(
        "solution",
        {
            **written(case, Message.Kind.SOLUTION),
            "desk_name": case.agreement.desk_name,
            "approve_url": page if closure.approve else "",
            "reject_url": page if closure.reject else "",
            "may_come_back": closure.reopen_within is not None,
            "silence": silence_after(case.ticket, case.agreement, case.at),
        },
        {"solucion.fecha": long(case.ticket.resolved_at or case.at, case.at, case.agreement.zone)},
    )


def closing(case: Case, template: str) -> Shown:
    """A closed case, with the manual's faces."""
    ended, by_silence, closure = copy(case.ticket), template == "closing-by-silence", case.agreement.closure
    ended.closed_at = case.ticket.closed_at or case.at
    how = _("Se aprobó la solución y el caso quedó cerrado.")
    if by_silence and closure.silence_counts_as:
        how = _("No recibimos su respuesta en el plazo acordado y el caso se cerró. El acuerdo lo llama «%(name)s».") % {
            "name": closure.silence_counts_as
        }
    elif by_silence:
        how = _("No recibimos su respuesta en el plazo acordado y el caso se cerró por vencimiento.")
    until, survey = reopen_until(ended), case.agreement.survey
    faces = [{"label": face.label, "drawn": DRAWN.get(face.tone, ""), "url": "#"} for face in survey.faces.values()] if survey else []
    zone = case.agreement.zone
    context: Context = {
        "how": how,
        "by_silence": by_silence,
        "closed_at": long(ended.closed_at, case.at, zone),
        "reopen_until": long(until, case.at, zone) if until else "",
        "question": survey.question if survey else "",
        "faces": faces,
        "width": f"{94 // len(faces)}%" if faces else "",
    }
    return Shown("closing", context)


def wide(case: Case, template: str) -> Shown:
    """A mail about no case."""
    channels = [channel.label for channel in case.agreement.channels.values() if channel.contingency or channel.id == "email"]
    rows = [
        (_("Desde"), long(case.at, case.at, case.agreement.zone)),
        *((label, _("Abierto durante la contingencia")) for label in channels),
    ]
    told = [(_("Qué nos contó"), case.ticket.subject)]
    return Shown("desk_wide", {"rows": told if template == "call-to-mail" else rows, "paragraphs": example()})


def inside(case: Case, _template: str) -> Shown:
    """A notice to the desk's people."""
    customer = case.ticket.organisation.name if case.ticket.organisation else case.ticket.contact.name
    plan = case.agreement.label("plan", str(case.ticket.facts.get("plan", "")))
    rows = [(_("Cliente"), customer), *([(_("Plan"), plan)] if plan else []), *case.classified()]
    return Shown("inside", {"rows": rows}, {"aviso.texto": _("(Ejemplo) Aquí va el aviso, con los datos del caso.")})


def plain(case: Case, template: str) -> Shown:
    """The others: what a person wrote, the points, one button."""
    context: Context = {}
    if template not in WITHOUT_TEXT:
        context = {"paragraphs": example(), "author": author(case) if template in SIGNED else ""}
    rows, button = ROWS.get(template), BUTTONS.get(template)
    if rows:
        context["rows"] = rows(case)
    if template == "chat-refused":
        context |= promised(case)
    return Shown("said", {**context, "button_words": button()} if button else context)


#: Mails in which nobody's own text stands, and those that one signs.
WITHOUT_TEXT = frozenset({"escalated", "merged", "unmerged", "invitation", "checks", "confirm-report", "chat-refused"})
SIGNED = frozenset({"returned", "proposal", "accord", "objection"})
ROWS: Mapping[str, Callable[[Case], list[tuple[str, str]]]] = {
    "proposal": lambda _case: [(_("Valor"), _("(Ejemplo)"))],
    "decision": lambda _case: [(_("Decisión"), _("Aprobada")), (_("Acta"), _("(Ejemplo)"))],
    "promised": lambda case: [(_("Fecha"), long(case.at, case.at, case.agreement.zone))],
    "checks": lambda case: [(f"1. {case.ticket.contact.name}", _("(Ejemplo) Lo que le toca verificar al cliente."))],
    "objection": lambda _case: [(_("Decisión"), _("Se acepta: usted tiene razón")), (_("Su objeción"), _("(Ejemplo)"))],
    "unauthorised": lambda case: [(_("Le pedimos que lo confirme a"), case.ticket.contact.name)],
    "confirm-report": lambda case: [(_("Lo reportó"), case.ticket.contact.name), (_("Qué pasa"), case.ticket.subject)],
}
BUTTONS: Mapping[str, Callable[[], str]] = {
    "proposal": lambda: _("Ver la propuesta y responder"),
    "checks": lambda: _("Ver y marcar"),
    "accord": lambda: _("Responder a la propuesta"),
    "invitation": lambda: _("Crear mi cuenta"),
    "confirm-report": lambda: _("Ver el caso y confirmarlo"),
}
SHOWN: Mapping[str, Callable[[Case, str], Shown]] = {
    "acknowledgement": acknowledgement,
    "new-times": new_times,
    **dict.fromkeys(("answer", "copy", "progress", "diagnosis", "formal-reply"), answer),
    **dict.fromkeys(("solution", "reminder"), solution),
    **dict.fromkeys(("closing", "closing-by-silence"), closing),
    **dict.fromkeys(("contingency", "call-to-mail"), wide),
    **dict.fromkeys(("task", "clock"), inside),
}
