"""A case on paper: what was said, what was promised and why, and its facts, in black and white."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from acuerdo.console.views.case import asked_for, beside, looked_at, read, shown
from acuerdo.console.views.count import counts
from acuerdo.console.views.timeline import Post
from acuerdo.events.queries import log_of
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.tickets.queries import SUBJECT

#: `?notas=no` leaves out what only the desk sees: a sheet for the customer. `?calculo=si` adds each clock's arithmetic.
WITHOUT_NOTES, WITH_COUNTS = "no", "si"


@require_safe
@needs(READ)
def paper(request: SignedInRequest, number: int) -> HttpResponse:
    """Show it as one long page that prints well."""
    ticket = asked_for(request, number)
    events = log_of(SUBJECT, ticket.pk)
    reading = read(ticket, events, looked_at(events))
    known = {**shown(reading, request), **beside(reading)}
    with_notes, with_counts = request.GET.get("notas") != WITHOUT_NOTES, request.GET.get("calculo") == WITH_COUNTS
    posts = [item for item in known["timeline"] if isinstance(item, Post) and (with_notes or item.kind != "note")]
    context = {
        **known,
        "ticket": ticket,
        "posts": posts,
        "with_notes": with_notes,
        "counts": tuple(counts(reading)) if with_counts else (),
        "other_notes": query(notes=not with_notes, counts=with_counts),
        "other_counts": query(notes=with_notes, counts=not with_counts),
        "now": timezone.now(),
    }
    return render(request, "console/paper.html", context)


def query(*, notes: bool, counts: bool) -> str:
    """Give the address's query of such a sheet."""
    said = {"notas": "" if notes else WITHOUT_NOTES, "calculo": WITH_COUNTS if counts else ""}
    return f"?{urlencode({name: value for name, value in said.items() if value})}"
