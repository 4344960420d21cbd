"""A look at a case beside the queue, without leaving it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from acuerdo.console.queries import View
from acuerdo.console.views.case import asked_for, looked_at, read, shown
from acuerdo.console.views.timeline import Post
from acuerdo.events.queries import log_of
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.tickets.queries import SUBJECT


@require_safe
@needs(READ)
def peek(request: SignedInRequest, number: int) -> HttpResponse:
    """Show a case's clocks, the last word in it, and whose it is."""
    ticket = asked_for(request, number)
    events = log_of(SUBJECT, ticket.pk)
    now = looked_at(events)
    known = shown(read(ticket, events, now), request)
    posts = [item for item in known["timeline"] if isinstance(item, Post)]
    context = {**known, "ticket": ticket, "now": now, "view": View.of(request.GET), "last": posts[-1] if posts else None}
    return render(request, "console/_peek.html", context)
