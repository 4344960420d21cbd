"""The arithmetic of a case's clocks, stretch by stretch: a third of what its clocks cost, so it is asked for when somebody opens it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from acuerdo.console.queries import View
from acuerdo.console.views import reckoning
from acuerdo.console.views.case import Reading, asked_for, looked_at, read
from acuerdo.console.views.panel import explained, name_of
from acuerdo.console.views.rail import place_within, rail
from acuerdo.events.queries import log_of
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.tickets.queries import SUBJECT
from acuerdo.ui.components import ClockRow


@dataclass(frozen=True, slots=True)
class Count:
    """A clock, the manual's own words, and every stretch to its deadline with what it counts."""

    label: str
    printed: str
    rows: tuple[ClockRow, ...]


@require_safe
@needs(READ)
def count(request: SignedInRequest, number: int) -> HttpResponse:
    """Show it on a page of its own; with `parte` as the case's page lays it open below the clocks."""
    ticket = asked_for(request, number)
    events = log_of(SUBJECT, ticket.pk)
    context = {"ticket": ticket, "view": View.of(request.GET), "counts": tuple(counts(read(ticket, events, looked_at(events))))}
    if "parte" in request.GET:
        return render(request, "console/_count.html", context)
    return render(request, "console/count.html", {**context, **rail(request.user, place_within(View.of(request.GET)))})


def counts(reading: Reading) -> Iterator[Count]:
    """Lay open the clocks that the page of the case shows."""
    for told in explained(reading.clocks, reading.terms, reading.now):
        yield Count(name_of(told.clock), told.clock.promise.printed, reckoning.rows(told, reading.agreement.zone))
