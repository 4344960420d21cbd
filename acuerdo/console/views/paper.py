"""A case on paper: what was said, what was promised and why, and its facts, in black and white."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from acuerdo.console.views.case import asked_for, beside, looked_at, read, shown
from acuerdo.console.views.timeline import Post
from acuerdo.events.queries import log_of
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.tickets.queries import SUBJECT

#: `?notas=no` leaves out what only the desk sees: a sheet for the customer.
WITHOUT_NOTES = "no"


@require_safe
@needs(READ)
def paper(request: SignedInRequest, number: int) -> HttpResponse:
    """Show it as one long page that prints well."""
    ticket = asked_for(request, number)
    events = log_of(SUBJECT, ticket.pk)
    reading = read(ticket, events, looked_at(events))
    known = {**shown(reading, request), **beside(reading)}
    with_notes = request.GET.get("notas") != WITHOUT_NOTES
    posts = [item for item in known["timeline"] if isinstance(item, Post) and (with_notes or item.kind != "note")]
    context = {**known, "ticket": ticket, "posts": posts, "with_notes": with_notes, "now": timezone.now()}
    return render(request, "console/paper.html", context)
