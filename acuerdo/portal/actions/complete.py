"""What a customer sends of what was missing, once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.files.models import StoredFile
from acuerdo.people.queries import day_of
from acuerdo.portal.actions.write import before, end_draft, key_of
from acuerdo.tickets.actions.complete_information import complete_information, in_words
from acuerdo.tickets.actions.open import Report
from acuerdo.tickets.actions.return_to_customer import returnable
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for


@transaction.atomic
def complete(
    ticket: Ticket,
    contact: Contact,
    said: Mapping[str, Any],
    *,
    answers: Mapping[str, Any],
    rest: Mapping[str, str],
    files: Sequence[StoredFile],
    by: Actor,
    at: datetime,
) -> Ticket:
    """Keep the answers and what was said besides as one message; `said["once"]` is the form's key. Returns the case it is in.

    `said["drafted"]`: the text and the files were begun as the page's draft, which is over with it.
    """
    key = key_of(contact, said["once"])
    there = before(contact, key)
    if there is not None:
        return there
    if said["drafted"]:
        end_draft(ticket, contact, said["text"], files, said["shown"])
    labels = returnable(ticket, agreement_for(ticket))
    words = [said["text"], in_words(answers, labels), *(f"{question}\n{text}" for question, text in rest.items())]
    text = "\n\n".join(part for part in words if part)
    report = Report(subject=ticket.subject, text=text, channel="web", message_id=key, files=files, answers=answers)
    return complete_information(ticket.pk, report, contact=contact, match=match_sender(contact.email, day_of(at)), by=by, at=at).ticket
