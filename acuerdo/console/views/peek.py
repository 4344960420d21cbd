"""A look at a case beside the queue, without leaving it."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from acuerdo.console.queries import View
from acuerdo.console.views.case import Reading, asked_for, looked_at, read, standing
from acuerdo.console.views.customer import customer_of
from acuerdo.console.views.timeline import SPOKEN, Post, Story, files_of, post, with_said
from acuerdo.console.views.who import authors, known_by, stopping
from acuerdo.console.wording import Teller
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.people.models import Person
from acuerdo.tickets.models import Message
from acuerdo.tickets.queries import SUBJECT, absorbed_in

#: The last word is looked for among so many messages: some may have gone to another case.
LATEST = 8
AMONG = Prepared(
    lambda: (
        Message.objects.filter(pk__any_of=Given("messages"), ticket__any_of=Given("tickets"))
        .select_related("person", "contact")
        .annotate(has_files=Exists(Message.files.through.objects.filter(message=OuterRef("pk"))))
    )
)


@never_cache
@require_safe
@needs(READ)
def peek(request: SignedInRequest, number: int) -> HttpResponse:
    """Show a case's clocks, the last word in it, and whose it is. The rest of what was said and what happened is not read."""
    ticket = asked_for(request, number, with_product=True)
    events = log_of(SUBJECT, ticket.pk)
    reading = read(ticket, events, looked_at(events))
    last = last_said(reading)
    known = known_by(ticket, [message for message, _event in last], request.user)
    teller = Teller(reading.agreement, *authors([*stopping(events, reading.clocks)], *known))
    context = {
        **standing(reading, teller),
        "ticket": ticket,
        "now": reading.now,
        "view": View.of(request.GET),
        "last": shown(last, reading, teller, request.user),
        "customer": customer_of(ticket, reading.agreement),
    }
    return render(request, "console/_peek.html", context)


def last_said(reading: Reading) -> Sequence[tuple[Message, Event]]:
    """Find the last message of a case, and of those that became part of it, with the event that brought it; none where nobody wrote."""
    parts = absorbed_in(reading.events)
    said = {int(e.facts["message"]): e for e in with_said(reading.events, parts) if e.kind in SPOKEN and e.facts.get("message")}
    latest = list(said)[-LATEST:]
    found = {message.pk: message for message in AMONG(messages=latest, tickets=[reading.ticket.pk, *parts])} if latest else {}
    return [(found[pk], said[pk]) for pk in reversed(latest) if pk in found][:1]


def shown(last: Sequence[tuple[Message, Event]], reading: Reading, teller: Teller, me: Person) -> Post | None:
    """Show it; what became of its mail is told on the case's page."""
    for message, event in last:
        return post(message, event, Story(reading.ticket, reading.events, {}, files_of([message]), {}, teller, me))
    return None
