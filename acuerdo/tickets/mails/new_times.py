"""A new classification, or a customer found: the customer is told the times that now hold (lifecycle.md)."""

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import fold
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.tickets.mails.acknowledgement import first, terms_words
from acuerdo.tickets.mails.letter import Letter, in_language_of, post
from acuerdo.tickets.mails.times import promises_of
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT, happenings, terms_of

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
        context = {"promises": promises, "changes": changes, "terms": terms_words(ticket, agreement, promises)}
        values = {"plazo.frase": first(promises)}
        post(ticket, Letter(key=f"times-{event.pk}", words="new-times", layout="new_times", values=values, context=context, at=event.at))


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
