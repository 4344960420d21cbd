"""Opening a case: numbered, pinned to its manual and contract, its clocks started, all in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from acuerdo.agreements.queries import agreement_of, version_at
from acuerdo.core.agreements import Agreement, settle
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import Match, facts_of, pinned
from acuerdo.events.events import Actor
from acuerdo.files.models import StoredFile
from acuerdo.people.queries import day_of
from acuerdo.tickets.actions.conclude import conclude_opening
from acuerdo.tickets.actions.make_findable import index, index_more
from acuerdo.tickets.actions.place import place
from acuerdo.tickets.actions.ready import ready_at_opening
from acuerdo.tickets.actions.receive import mark_standing, note_answers, note_silence
from acuerdo.tickets.events import Opened
from acuerdo.tickets.models import Contingency, Message, Ticket
from acuerdo.tickets.queries import pinned_to, terms_of

NO_SUBJECT = "(sin asunto)"


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a customer reported, by whatever channel."""

    subject: str
    text: str
    channel: str
    quoted: str = ""
    html: str = ""
    message_id: str = ""
    files: Sequence[StoredFile] = ()
    proposed: Mapping[str, str] = field(default_factory=dict)
    #: Answers to the manual's questions: point of the minimum information → what was said.
    answers: Mapping[str, Any] = field(default_factory=dict)
    #: The desk's own fields.
    extra: Mapping[str, Any] = field(default_factory=dict)
    #: The failure during which it came in by another channel (DIG-A7).
    contingency: Contingency | None = None
    #: False for what a program sent: a machine of ours never answers it (RFC 3834).
    acknowledge: bool = True


def next_number() -> tuple[int, int]:
    """A new case's primary key and number; the counter stays locked until the transaction ends.

    With its key at hand a case is inserted once, as it stands after all that its opening brings.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO tickets_counter (name, last) VALUES ('ticket', 1)"
            " ON CONFLICT (name) DO UPDATE SET last = tickets_counter.last + 1"
            " RETURNING nextval(pg_get_serial_sequence('tickets_ticket', 'id')), last"
        )
        pk, number = cursor.fetchone()
        return pk, number


def first_facts(agreement: Agreement, report: Report, match: Match, at: datetime) -> dict[str, str]:
    """The provisional classification: the manual's for what arrives, over it what the customer said; the desk decides later."""
    bought = facts_of(match.contract, agreement.facts, day_of(at))
    return settle(agreement, {**agreement.intake.facts, **bought}, report.proposed)


def open_case(report: Report, *, contact: Contact, match: Match, by: Actor, at: datetime) -> Ticket:
    """Open a case and start its clocks. A doubt about the contract never stops it: it is marked (`doubt`)."""
    return take_report(report, contact=contact, match=match, by=by, at=at).ticket


# No savepoint of its own: nothing is refused here, and what goes wrong undoes what the caller did too.
@transaction.atomic(savepoint=False)
def take_report(report: Report, *, contact: Contact, match: Match, by: Actor, at: datetime, follows: Ticket | None = None) -> Message:
    """Open a case, as `open_case`; gives its first message, which knows its case."""
    manual = version_at(at)
    agreement = agreement_of(manual)
    facts = first_facts(agreement, report, match, at)
    ladder = agreement.ladder
    overrides, doubt = pinned(manual, match.contract, match.doubt)
    ticket = Ticket(
        subject=" ".join(report.subject.split())[:300] or NO_SUBJECT,
        manual=manual,
        organisation=match.organisation,
        contract=match.contract,
        contact=contact,
        doubt=doubt,
        overrides=overrides,
        scope=list(match.contract.scope) if match.contract else [],
        facts=facts,
        proposed=dict(report.proposed),
        extra=dict(report.extra),
        contingency=report.contingency,
        channel=report.channel,
        level=(ladder.start or next(iter(ladder.steps), "")) if ladder else "",
        follows=follows,
        opened_at=at,
        customer_wrote_at=at,
        last_activity_at=at,
        last_activity_by=contact.name[:120],
    )
    ticket.pk, ticket.number = next_number()
    message = say(ticket, report, contact=contact, at=at, first=True)
    opened = Opened(
        subject_id=ticket.pk,
        number=ticket.number,
        channel=report.channel,
        facts=facts,
        doubt=doubt,
        message=message.pk,
        follows=follows.pk if follows else None,
        automatic=None if report.acknowledge else True,
        pinned=pinned_to(ticket),
        message_id=report.message_id[:255],
        contingency=report.contingency.pk if report.contingency else None,
        detail={"from": contact.email},
    )
    note_silence(ticket, agreement, report.text, at=at)
    answered = note_answers(ticket, agreement, report.answers, who=by.name or contact.name, at=at)
    standing = mark_standing(ticket, agreement, contact)
    ready = ready_at_opening(ticket, agreement, terms_of(ticket))
    placed = place(ticket, agreement, at=at)
    conclude_opening(ticket, opened, *ready, *answered, *standing, *placed, by=by, at=at)
    return message


def say(ticket: Ticket, report: Report, *, contact: Contact, at: datetime, first: bool = False) -> Message:
    """Keep what the customer wrote; `first`: the case is being opened with it."""
    message = Message.objects.create(
        ticket=ticket,
        kind=Message.Kind.CUSTOMER,
        contact=contact,
        text=report.text,
        quoted=report.quoted,
        html=report.html,
        channel=report.channel,
        at=at,
        message_id=report.message_id[:255],
    )
    if report.files:
        message.files.add(*report.files)
    if first:
        index(ticket, message, report.files)
    else:
        index_more(message, report.files)
    return message
