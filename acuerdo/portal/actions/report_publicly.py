"""A case reported by somebody who did not sign in; whoever they say they are gets the mail, and nothing of it is shown on the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.customers.actions.meet import meet
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import Actor
from acuerdo.files.models import StoredFile
from acuerdo.people.queries import day_of
from acuerdo.portal.actions.write import report
from acuerdo.tickets.models import Ticket


@dataclass(frozen=True, kw_only=True)
class Stranger:
    """What somebody wrote, and who they say they are."""

    name: str
    email: str
    subject: str
    text: str
    once: str
    files: Sequence[StoredFile] = ()
    proposed: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def report_publicly(said: Stranger, *, ip: str, at: datetime) -> Ticket:
    """Open a case for this address, as a mail from it would; the form's second click gives the case of the first."""
    match = match_sender(said.email, day_of(at))
    contact = match.contact or meet(email=said.email, name=said.name, organisation=match.organisation)
    by = Actor("contact", contact.pk, said.name, ip=ip, programme="portal:public")
    return report(
        contact,
        said.subject,
        said.text,
        once=said.once,
        files=said.files,
        proposed=said.proposed,
        answers=said.answers,
        extra=said.extra,
        by=by,
        at=at,
    )
