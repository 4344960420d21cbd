"""A new classification, or a customer found: the customer is told the times that now hold (lifecycle.md)."""

from datetime import UTC

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Kind, fold, moves
from acuerdo.core.clocks.dates import Dates
from acuerdo.core.clocks.moved import moved
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.tickets.mails.acknowledgement import first, terms_words
from acuerdo.tickets.mails.letter import Letter, in_language_of, post
from acuerdo.tickets.mails.times import promises_of
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT, happenings, terms_of
from acuerdo.ui.language import language

#: The plan is named with its times; the channel is no decision of anybody.
UNSAID = frozenset({"plan", "channel"})
#: The reason that `match_customer` gives: its customer was found. People's own reasons are theirs to read.
MATCHED = "customer"


def mail_new_times(event: Event, ticket: Ticket, agreement: Agreement) -> None:
    """Tell the new times, if they changed and nothing newer has changed them again."""
    log = log_of(SUBJECT, ticket.pk)
    if any(later.kind == event.kind and later.position > event.position for later in log):
        return
    if not ticket.is_open or not changed_times(log, event, ticket):
        return
    with in_language_of(ticket.contact):
        promises = promises_of(ticket, agreement, after=event.at)
        if not promises:
            return
        changes = [
            (label_of(agreement, name), agreement.label(name, str(value)))
            for name, value in event.facts.get("facts", {}).items()
            if value and name not in UNSAID
        ]
        reason = str(event.facts.get("reason", ""))
        if reason and reason != MATCHED:
            changes.append((_("Por qué"), reason))
        told = moved_words(log, event, ticket, agreement)
        context = {"moved": told, "promises": promises, "changes": changes, "terms": terms_words(ticket, agreement, promises)}
        values = {"plazo.frase": first(promises)}
        post(ticket, Letter(key=f"times-{event.pk}", words="new-times", layout="new_times", values=values, context=context, at=event.at))


def moved_words(log: list[Event], event: Event, ticket: Ticket, agreement: Agreement) -> list[str]:
    """Say for each live promise from when to when this event moved it, and why."""
    terms, at = terms_of(ticket), event.at.astimezone(UTC).replace(microsecond=0)
    known = happenings([each for each in log if each.position <= event.position], terms)
    live = {(clock.id, clock.cycle): clock.label for clock in fold(known, terms, at) if clock.is_live and clock.kind is Kind.PROMISE}
    dates = Dates(agreement.zone, language(), months=True, year=at.astimezone(agreement.zone).year)
    found = moves(known, terms, at)
    told = {live[key]: [move for move in each if move.at == at] for key, each in found.items() if key in live}
    return [f"{label}. {moved(each, dates, 'customer')}" for label, each in told.items() if each]


def label_of(agreement: Agreement, fact: str) -> str:
    """What people call a fact."""
    others = {"type": _("Qué es"), "product": _("Dónde"), "item": _("Qué pidió")}
    return agreement.fields[fact].label if fact in agreement.fields else others.get(fact, fact)


def changed_times(log: list[Event], event: Event, ticket: Ticket) -> bool:
    """Whether the event gave a promise another deadline than it had."""
    terms = terms_of(ticket)
    before, after = (
        {
            (clock.id, clock.cycle): clock.due_at or clock.due_if_resumed
            for clock in fold(happenings([each for each in log if each.position <= last], terms), terms, event.at)
            if clock.is_live
        }
        for last in (event.position - 1, event.position)
    )
    return before != after
