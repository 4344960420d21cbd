"""The invitation to the portal, for who has no account once somebody has their case (PRO-035)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from acuerdo.desks.queries import current_desk, url_of
from acuerdo.events.events import SYSTEM
from acuerdo.events.models import Event
from acuerdo.people.actions.invite import invite, secret_for
from acuerdo.people.models import Person, Role
from acuerdo.tickets.mails.letter import Letter, in_language_of, post
from acuerdo.tickets.mails.table import rows
from acuerdo.tickets.models import Ticket


def invite_contact(event: Event, ticket: Ticket) -> None:
    """Make the contact's account and mail its invitation, where the manual does so; each contact once."""
    contact, row = ticket.contact, next(iter(rows(ticket, "invited")), None)
    if row is None or ticket.assignee_id is None or contact.person_id or Person.objects.filter(email=contact.email).exists():
        return
    person, _secret = invite(email=contact.email, name=contact.name, role=Role.CUSTOMER, by=SYSTEM, at=event.at)
    contact.person = person
    contact.save(update_fields=["person"])
    link = url_of(current_desk(), reverse("people:invitation", args=[secret_for(person)]))
    with in_language_of(contact):
        context = {"button_url": link, "button_words": _("Crear mi cuenta")}
        post(ticket, Letter(key=f"invitation-{contact.pk}", words=row.template, at=event.at, context=context))
