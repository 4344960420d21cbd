"""An agent takes a caller's case: it is opened with the true time of the call, or the caller is asked for a mail (T1, PRO-A10)."""

from datetime import datetime

from django.db import transaction

from acuerdo.agreements.queries import agreement_of, version_at
from acuerdo.core.agreements import Taking, may_report, taking
from acuerdo.core.errors import Refusal
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import Match, contract_of
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.queries import day_of
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.events import MailAsked
from acuerdo.tickets.models import Ticket


class InTheFuture(Refusal):
    """Nobody has called yet."""

    code = "tickets.in_the_future"


class NotAuthorised(Refusal):
    """By this manual only authorised contacts are taken; `who` are those of the same customer."""

    code = "tickets.not_authorised"


class NeedsMail(Refusal):
    """By this manual a call opens no case: the caller is asked for the mail that does (PRO-A10)."""

    code = "tickets.needs_mail"


class OutsideContingency(Refusal):
    """It came in when the main channel worked."""

    code = "tickets.outside_contingency"


def what_to_do(report: Report, contact: Contact, at: datetime) -> Taking:
    """What the manual says to do with this caller."""
    agreement = agreement_of(version_at(at))
    kind = agreement.types.get(report.proposed.get("type", "") or str(agreement.intake.facts.get("type", "")))
    may = may_report(agreement.reporting, is_authorised=contact.is_authorised, level=contact.level, is_public=bool(kind and kind.public))
    return taking(agreement.reporting, agreement.channels.get(report.channel), may=may, in_contingency=report.contingency is not None)


@transaction.atomic
def take_call(report: Report, *, contact: Contact, happened_at: datetime, by: Actor, at: datetime) -> Ticket:
    """Open it as of `happened_at`: its clocks run from there. Raises InTheFuture, OutsideContingency, NotAuthorised, NeedsMail."""
    if happened_at > at:
        msg = f"{happened_at} is after {at}."
        raise InTheFuture(msg)
    ongoing = report.contingency
    if ongoing and not (ongoing.starts_at <= happened_at and (ongoing.ends_at is None or happened_at <= ongoing.ends_at)):
        msg = f"{happened_at} is outside contingency {ongoing.pk}."
        raise OutsideContingency(msg)
    todo = what_to_do(report, contact, happened_at)
    if todo is Taking.ASK_AUTHORISED:
        msg = f"Contact {contact.pk} may not report."
        raise NotAuthorised(msg)
    if todo is Taking.ASK_FOR_MAIL:
        msg = f"By {report.channel} no case is opened."
        raise NeedsMail(msg)
    contract, doubt = contract_of(contact.organisation, day_of(happened_at))
    return open_case(report, contact=contact, match=Match(contact, contact.organisation, contract, doubt), by=by, at=happened_at)


@transaction.atomic
def ask_for_mail(report: Report, *, contact: Contact, by: Actor, at: datetime) -> None:
    """Send the caller a mail whose answer opens the case; what the agent noted goes with it."""
    detail = {"to": contact.email, "subject": report.subject, "text": report.text}
    Contact.objects.select_for_update().get(pk=contact.pk)
    record(MailAsked(subject_id=contact.pk, channel=report.channel, detail=detail), by=by, at=at)
