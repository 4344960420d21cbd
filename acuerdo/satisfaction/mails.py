"""The closing mail: how the case ended, and the manual's faces where it asks (PRO-055)."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy

from acuerdo.desks.queries import current_desk, url_of
from acuerdo.events.models import Event
from acuerdo.satisfaction.access import Invitation, survey_token
from acuerdo.satisfaction.queries import rating_of, survey_of
from acuerdo.satisfaction.wording import how_it_closed
from acuerdo.tickets.actions.hear import reopen_until
from acuerdo.tickets.mails.desk import beginning, tell
from acuerdo.tickets.mails.letter import Letter, in_language_of, post
from acuerdo.tickets.mails.look import DRAWN
from acuerdo.tickets.mails.whom import supervisors
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for
from acuerdo.ui.moments import long


def mail_closed(event: Event, ticket: Ticket) -> None:
    """Put it into the outbox; one closing, one mail. Its template stands with the other mails' names."""
    with in_language_of(ticket.contact):
        words = "closing-by-silence" if event.facts.get("closed_as") == "silence" else "closing"
        post(ticket, Letter(key=f"closing-{event.pk}", words=words, layout="closing", context=said(event, ticket, event.at), at=event.at))


def said(event: Event, ticket: Ticket, at: datetime) -> dict[str, object]:
    """What it says besides what every mail does."""
    agreement = agreement_for(ticket)
    until = reopen_until(ticket)
    return {
        "how": how_it_closed(str(event.facts.get("closed_as", "")), agreement, str(event.facts.get("reason", ""))),
        "by_silence": event.facts.get("closed_as") == "silence",
        "closed_at": long(event.at, at, agreement.zone),
        "reopen_until": long(until, at, agreement.zone) if until else "",
        "question": agreement.survey.question if agreement.survey else "",
        "faces": (asked := faces(event, ticket)),
        "width": f"{94 // len(asked)}%" if asked else "",
    }


def faces(event: Event, ticket: Ticket) -> list[dict[str, str]]:
    """The survey's answers as links; none where the manual asks nothing, or the customer answered while approving."""
    survey = survey_of(ticket)
    if survey is None or rating_of(ticket, event.position):
        return []
    token = survey_token(Invitation(ticket.pk, event.position, ticket.contact_id))
    return [
        {
            "label": face.label,
            "drawn": DRAWN.get(face.tone, ""),
            "url": url_of(current_desk(), reverse("satisfaction:clicked", args=[token, face.id])),
        }
        for face in survey.faces.values()
    ]


def tell_of_low(event: Event, ticket: Ticket) -> None:
    """Tell the supervisors of an answer that the manual draws as bad, with its comment; once for each answer."""
    survey, value = survey_of(ticket), str(event.facts.get("value", ""))
    face = survey.faces.get(value) if survey else None
    if face is None or face.tone != "bad":
        return
    rating = rating_of(ticket, int(event.facts["closing"]))
    said = {
        "number": ticket.number,
        "who": ticket.organisation.name if ticket.organisation else ticket.contact.name,
        "label": face.label,
        "comment": beginning(rating.comment) if rating else "",
    }
    text = gettext_lazy("%(who)s calificó el caso #%(number)s como «%(label)s». %(comment)s")
    tell(supervisors(), event, ticket, kind="rated", text=text, facts=said, subject=gettext_lazy("Calificación baja"))
