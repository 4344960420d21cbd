"""What the desk's people are told about a case: a notice on their page and a mail; an answer to it becomes a note."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from acuerdo.events.models import Event
from acuerdo.notifications.actions.tell import Word, tell_people
from acuerdo.people.models import Person
from acuerdo.people.queries import names
from acuerdo.tickets.mails.inside import dressed
from acuerdo.tickets.mails.table import fits, main_calendar, rows, staff_named
from acuerdo.tickets.mails.whom import named, responsible, supervisors
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for

#: What is shown of what somebody wrote, characters.
SHOWN = 120


Text = str | Promise


def tell(
    people: Iterable[Person],
    event: Event,
    ticket: Ticket,
    *,
    kind: str,
    text: Text,
    facts: Mapping[str, object],
    subject: Text,
    key: str = "",
    at_once: bool = False,
) -> None:
    """Tell people of the desk, but not the one who did it. `key`: why, where that is not this one event."""
    others = [person for person in people if not (event.actor_kind == "person" and person.pk == event.actor_id)]
    word = Word(
        key=key or f"{kind}-{event.pk}",
        kind=kind,
        text=text,
        facts=facts,
        url=f"/console/casos/{ticket.number}/",
        subject=format_lazy("[#{}] {}", ticket.number, subject),
        about=(SUBJECT, ticket.pk),
        hours=main_calendar(agreement_for(ticket)),
        at_once=at_once,
        dress=dressed(ticket, "clock" if kind == "clock" else "task", subject),
    )
    tell_people(others, word, at=event.at)


def beginning(text: str) -> str:
    """The first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rstrip()}…"


def tell_of_doubt(event: Event, ticket: Ticket) -> None:
    """Say why a case has no contract yet, to those who can give it one."""
    who = ticket.organisation.name if ticket.organisation else ticket.contact.email
    said = {"number": ticket.number, "who": who}
    text = {
        "unknown": _("El caso #%(number)s llegó de %(who)s y no sabemos de qué cliente es. Búsquelo y asígnelo."),
        "none": _("El caso #%(number)s es de %(who)s, que no tiene contrato. Decida cómo se atiende."),
        "several": _("El caso #%(number)s es de %(who)s, que tiene varios contratos vigentes. Elija cuál lo cubre."),
        "ended": _("El caso #%(number)s es de %(who)s, cuyo contrato ya terminó. Decida cómo se atiende."),
        "suspended": _("El caso #%(number)s es de %(who)s, cuyo contrato está suspendido. Decida cómo se atiende."),
        "terms": _(
            "El caso #%(number)s es de %(who)s, y lo acordado aparte en su contrato no se entiende con el manual. Corrija el contrato."
        ),
    }.get(ticket.doubt)
    if text:
        tell(supervisors(), event, ticket, kind="doubt", text=text, facts=said, subject=_("Falta encontrar el contrato"))


def tell_of_message(event: Event, ticket: Ticket) -> None:
    """Say that the customer wrote, and the first words; a request to escalate is told by itself (`tell_of_request`)."""
    if asked_with(event):
        return
    message = Message.objects.filter(pk=event.facts.get("message"), ticket=ticket).first()
    said = {"number": ticket.number, "who": ticket.contact.name, "text": beginning(message.text if message else "")}
    if ticket.wrote_after_at:
        text = _("%(who)s escribió después de la solución del caso #%(number)s: %(text)s")
    else:
        text = _("%(who)s escribió en el caso #%(number)s: %(text)s")
    tell(responsible(ticket), event, ticket, kind="wrote", text=text, facts=said, subject=ticket.subject)


def asked_with(event: Event) -> bool:
    """Whether with this message the customer asks to escalate."""
    asked = Event.objects.filter(subject_kind=SUBJECT, subject_id=event.subject_id, kind="ticket.escalation_asked")
    return asked.filter(facts__message=event.facts.get("message")).exists()


def tell_assignee(event: Event, ticket: Ticket) -> None:
    """Say that the case is now theirs, if it still is; and where a rule took it from somebody, say that to them."""
    if event.facts.get("rule") and event.facts.get("before"):
        tell_who_had_it(event, ticket)
    if ticket.assignee is None or ticket.assignee_id != event.facts.get("to"):
        return
    said = {"number": ticket.number, "subject": ticket.subject, "note": beginning(str(event.facts.get("note", "")))}
    text, subject = _("El caso #%(number)s es suyo: %(subject)s"), _("Le asignaron este caso")
    if said["note"] and event.facts.get("rule"):
        text = _("El caso #%(number)s es suyo: %(subject)s. Se lo da una regla: %(note)s")
    elif said["note"]:
        text = _("El caso #%(number)s es suyo: %(subject)s. Le dejan dicho: %(note)s")
    tell([ticket.assignee], event, ticket, kind="assigned", text=text, facts=said, subject=subject)


def tell_who_had_it(event: Event, ticket: Ticket) -> None:
    """Say to who had a case that a rule gave it to somebody else, and why."""
    had = Person.objects.filter(pk=event.facts["before"], is_active=True)
    where = ticket.assignee.name if ticket.assignee else ticket.team.name if ticket.team else ""
    said = {"number": ticket.number, "subject": ticket.subject, "to": where, "why": beginning(str(event.facts.get("note", "")))}
    text = _("El caso #%(number)s ya no está en sus manos; pasó a %(to)s: %(why)s. %(subject)s")
    tell(had, event, ticket, kind="assigned", text=text, facts=said, subject=_("El caso pasó a otras manos"), key=f"had-{event.pk}")


def tell_level(event: Event, ticket: Ticket) -> None:
    """Say that a case came up, and why: to its level's people, by hand also to those whom the manual names for it (SOP-032)."""
    agreement = agreement_for(ticket)
    level = str(event.facts.get("level", ""))
    steps = agreement.ladder.steps if agreement.ladder else {}
    label = steps[level].label if level in steps else level
    people = {person.pk: person for person in named(["team"], ticket)} if ticket.level == level else {}
    by_hand = event.facts.get("cause") == "hand"
    called = [rule for rule in agreement.escalations if by_hand and rule.on == "by hand" and fits(rule.where, ticket)]
    people |= {person.pk: person for rule in called for person in named(rule.tell, ticket)}
    people |= {person.pk: person for row in rows(ticket, "escalated") for person in staff_named(row, ticket)}
    if not people:
        people = {person.pk: person for person in supervisors()}
    by = names([event.actor_id]).get(event.actor_id, "") if event.actor_kind == "person" and event.actor_id else ""
    said = {"number": ticket.number, "level": label, "reason": beginning(str(event.facts.get("reason", ""))), "by": by}
    text = (
        _("%(by)s subió el caso #%(number)s a «%(level)s»: %(reason)s") if by else _("El caso #%(number)s subió a «%(level)s»: %(reason)s")
    )
    at_once = any(rule.at_once for rule in called)
    tell(people.values(), event, ticket, kind="level", text=text, facts=said, subject=_("Subió de nivel"), at_once=at_once)


def tell_of_reopening(event: Event, ticket: Ticket) -> None:
    """Say that the customer rejected the solution, or that a closed case came back."""
    message = Message.objects.filter(pk=event.facts.get("message"), ticket=ticket).first()
    said = {"number": ticket.number, "who": ticket.contact.name, "text": beginning(message.text if message else "")}
    if event.facts.get("rejected"):
        text = _("%(who)s no aceptó la solución del caso #%(number)s: %(text)s")
    else:
        text = _("El caso #%(number)s se reabrió.")
    tell(responsible(ticket), event, ticket, kind="reopened", text=text, facts=said, subject=_("El caso se reabrió"))


def tell_of_progress(event: Event, ticket: Ticket) -> None:
    """Say to those whom the manual names that a critical case went on: constant communication (SOP-017)."""
    people = {person.pk: person for row in rows(ticket, "progress") for person in staff_named(row, ticket)}
    message = Message.objects.filter(pk=event.facts.get("message"), ticket=ticket).first()
    said = {"number": ticket.number, "text": beginning(message.text if message else "")}
    text = _("Avance del caso #%(number)s: %(text)s")
    tell(people.values(), event, ticket, kind="progress", text=text, facts=said, subject=_("Avance de un caso crítico"))


def tell_of_silence(event: Event, ticket: Ticket) -> None:
    """Say that the customer was reminded and has not answered, where the manual tells the desk too (SGM-034)."""
    people = {person.pk: person for row in rows(ticket, "reminded") for person in staff_named(row, ticket)}
    said = {"number": ticket.number, "who": ticket.contact.name}
    text = _("%(who)s no ha respondido a la solución del caso #%(number)s. Le enviamos el recordatorio; llame o escríbale.")
    tell(people.values(), event, ticket, kind="task", text=text, facts=said, subject=_("El cliente no ha respondido"))


def tell_of_request(event: Event, ticket: Ticket) -> None:
    """Say that the customer asks to escalate: to whom the manual names for it, and to whoever has the case (PRO-057, DIG-054)."""
    asked = [rule for rule in agreement_for(ticket).escalations if rule.on == "asked" and fits(rule.where, ticket)]
    people = {person.pk: person for rule in asked for person in named(rule.tell, ticket)} | {one.pk: one for one in responsible(ticket)}
    message = Message.objects.filter(pk=event.facts.get("message"), ticket=ticket).first()
    agreement = agreement_for(ticket)
    said = {
        "number": ticket.number,
        "who": ticket.organisation.name if ticket.organisation else ticket.contact.name,
        "plan": agreement.label("plan", str(ticket.facts.get("plan", ""))) or "–",
        "text": beginning(message.text if message else ""),
    }
    text = _("%(who)s (%(plan)s) pide escalar el caso #%(number)s: %(text)s")
    at_once = any(rule.at_once for rule in asked)
    tell(people.values(), event, ticket, kind="level", text=text, facts=said, subject=_("El cliente pide escalar"), at_once=at_once)
