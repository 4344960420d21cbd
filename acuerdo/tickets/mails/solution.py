"""The solution, and its reminder: the text, two buttons, what silence will mean and when, what a free answer does."""

from datetime import UTC, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Happening, Target, fold, target_in_words
from acuerdo.core.tickets import Status
from acuerdo.desks.queries import current_desk, url_of
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.tickets.access import decision_token
from acuerdo.tickets.mails.answer import paragraphs
from acuerdo.tickets.mails.letter import Letter, in_language_of, post
from acuerdo.tickets.mails.table import PHONE, call, rows
from acuerdo.tickets.mails.times import by_when
from acuerdo.tickets.models import Clock, Message, Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for, happenings, terms_of
from acuerdo.ui.language import language
from acuerdo.ui.moments import long


def mail_solution(event: Event, ticket: Ticket) -> None:
    """Mail a delivered solution."""
    message = Message.objects.select_related("person").get(pk=event.facts["message"], ticket=ticket)
    with in_language_of(ticket.contact):
        context = {**asked(ticket, message, event.at), "kept": kept(ticket, event.at)}
        post(
            ticket,
            Letter(
                key=f"solution-{event.pk}",
                words="solution",
                layout="solution",
                context=context,
                at=event.at,
                automatic=False,
                sender_name=message.author_name,
                files=list(message.files.all()),
            ),
        )


def ask_to_call(event: Event, ticket: Ticket) -> None:
    """Leave a task to phone the customer, where the manual notifies a solution by telephone too (SGM-031)."""
    if any(PHONE in row.by for row in rows(ticket, "resolved")):
        words = _("Llamar a %(name)s: la solución está lista; pida que la apruebe o diga qué falta.")
        call(event, ticket, words % {"name": ticket.contact.name}, at=event.at)


def mail_reminder(event: Event, ticket: Ticket) -> None:
    """Remind of the solution that still waits for its customer."""
    message = Message.objects.filter(ticket=ticket, kind=Message.Kind.SOLUTION).select_related("person").order_by("-pk").first()
    if message is None or ticket.resolved_at is None:
        return
    with in_language_of(ticket.contact):
        values = {"solucion.fecha": long(message.at, event.at, agreement_for(ticket).zone)}
        context = asked(ticket, message, event.at)
        post(ticket, Letter(key=f"reminder-{event.pk}", words="reminder", layout="solution", values=values, context=context, at=event.at))


def asked(ticket: Ticket, message: Message, at: datetime) -> dict[str, object]:
    """What a mail says that asks whether the solution serves."""
    agreement = agreement_for(ticket)
    decide = url_of(current_desk(), reverse("portal:decide", args=[decision_token(ticket, message.pk)]))
    return {
        "paragraphs": paragraphs(message.text),
        "author": message.signed,
        "desk_name": agreement.desk_name,
        "approve_url": f"{decide}?es=si" if agreement.closure.approve else "",
        "reject_url": f"{decide}?es=no" if agreement.closure.reject else "",
        "may_come_back": agreement.closure.reopen_within is not None,
        "attached": list(message.files.all()),
        "silence": silence(ticket, agreement, at),
    }


def silence(ticket: Ticket, agreement: Agreement, at: datetime) -> dict[str, str] | None:
    """When silence closes, of how long a window, and since when; None where the manual never closes so."""
    rows = Clock.objects.filter(ticket=ticket, clock=agreement.closure.auto_close).order_by("-cycle")
    window = rows.first() if agreement.closure.auto_close else None
    if window is None or not window.is_live or window.due_at is None:
        return None
    return window_words(Target.parse(window.target), window.started_at, window.due_at, at, agreement)


def window_words(target: Target, since: datetime, due_at: datetime, at: datetime, agreement: Agreement) -> dict[str, str]:
    """A window of silence as it is announced."""
    zone = agreement.zone
    return {"when": long(due_at, at, zone), "amount": target_in_words(target, language()), "since": long(since, at, zone)}


def silence_after(ticket: Ticket, agreement: Agreement, at: datetime) -> dict[str, str] | None:
    """When silence would close an open case that were solved at `at`; as it stands where it is solved already."""
    if not agreement.closure.auto_close or ticket.state is Status.RESOLVED or not ticket.is_open:
        return silence(ticket, agreement, at)
    terms, log = terms_of(ticket), log_of(SUBJECT, ticket.pk)
    now = at.astimezone(UTC).replace(microsecond=0)
    solved = Happening(at=now, event="resolved", position=len(log) + 1)
    windows = [clock for clock in fold((*happenings(log, terms), solved), terms, now) if clock.id == agreement.closure.auto_close]
    found = next((clock for clock in windows if clock.is_live and clock.target and clock.due_at), None)
    return window_words(found.target, now, found.due_at, at, agreement) if found and found.target and found.due_at else None


def kept(ticket: Ticket, at: datetime) -> list[dict[str, object]]:
    """The promises that this solution ended: what had been promised, and whether it was kept."""
    agreement = agreement_for(ticket)
    rows = Clock.objects.filter(ticket=ticket, kind="promise", stopped_at__gte=at.replace(microsecond=0), stopped_at__lte=at)
    return [
        {"when": by_when(row.due_at, target := Target.parse(row.target), at, agreement), "strict": target.strict, "met": row.state == "met"}
        for row in rows.order_by("due_at")
        if row.due_at and row.state in {"met", "breached"}
    ]
