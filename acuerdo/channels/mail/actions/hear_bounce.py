"""A mail of ours did not arrive: its case gets a note, and the mail is marked. A bounce never opens a case."""

from datetime import datetime

from acuerdo.core.mail import Bounced, Letter, bounced_message_id, bounced_recipients, join_candidates
from acuerdo.notifications.actions import settle
from acuerdo.notifications.models import Outgoing
from acuerdo.tickets.access import reply_key
from acuerdo.tickets.actions.undelivered import note_undelivered
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import SUBJECT


def hear_bounce(letter: Letter, *, at: datetime) -> tuple[Ticket | None, Message | None] | None:
    """Mark the mail that bounced and note it in its case; None when it is no mail of this desk's."""
    outgoing = mail_that_bounced(letter)
    if outgoing is None:
        return None
    outgoing = Outgoing.objects.select_for_update().get(pk=outgoing.pk)
    bounced = bounced_recipients(letter)
    final = [each for each in bounced if each.failed] or ([] if bounced else [Bounced(outgoing.to, "failed", "", "")])
    to, said = (final[0].address or outgoing.to, reason(final[0])) if final else ("", "")
    if final and outgoing.refused_at is None:
        settle.bounced(outgoing, f"{to}: {said}" if said else to, at=at)
    ticket = Ticket.objects.filter(pk=outgoing.subject_id).first() if outgoing.subject_kind == SUBJECT and outgoing.subject_id else None
    if ticket is None or not final:
        return ticket, None
    return ticket, note_undelivered(ticket.pk, to=to, subject=outgoing.subject, said=said, at=at)


def mail_that_bounced(letter: Letter) -> Outgoing | None:
    """Our mail that the report is about: by its Message-ID, else the last one to that address about the case it names."""
    named = [each for each in (bounced_message_id(letter), *letter.in_reply_to, *letter.references) if each]
    found = Outgoing.objects.filter(message_id__in=named[:50]).first() if named else None
    if found is not None:
        return found
    numbers = [each.number for each in join_candidates(letter, key=reply_key()) if each.number]
    addresses = [each.address for each in bounced_recipients(letter)]
    cases = Ticket.objects.filter(number__in=numbers).values_list("pk", flat=True) if numbers and addresses else []
    mails = Outgoing.objects.filter(subject_kind=SUBJECT, subject_id__in=list(cases), to__in=addresses)
    return mails.order_by("-pk").first() if numbers and addresses else None


def reason(bounced: Bounced) -> str:
    """What their server said, as the report gives it."""
    return " ".join(part for part in (bounced.status, bounced.diagnostic) if part)
