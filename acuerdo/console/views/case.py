"""One case: what was said, what happened, its clocks and their reasons, and everything that can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from acuerdo.console.queries import View, around, line_of
from acuerdo.console.views import side, telling, verbs
from acuerdo.console.views.chips import chip
from acuerdo.console.views.customer import content, customer_of
from acuerdo.console.views.effort import committee, effort
from acuerdo.console.views.ending import ending
from acuerdo.console.views.family import family
from acuerdo.console.views.followers import followers
from acuerdo.console.views.here import present_at
from acuerdo.console.views.information import information
from acuerdo.console.views.panel import panel_of
from acuerdo.console.views.rail import place_within, rail
from acuerdo.console.views.rows import level, urgency
from acuerdo.console.views.timeline import Story, files_of, mails_of, messages_of, timeline, with_said
from acuerdo.console.views.who import authors, known_by, stopping, stops
from acuerdo.console.views.work import work
from acuerdo.console.wording import Teller, doubt
from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import Clock, Happening, Terms, fold, moves, stays, time_account
from acuerdo.core.hours import Calendar
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.events.models import Event
from acuerdo.events.queries import log_of
from acuerdo.people.access import READ, WORK, SignedInRequest, may, needs
from acuerdo.tickets.forms import CaseForm
from acuerdo.tickets.models import Draft, HeldAnswer, Ticket
from acuerdo.tickets.queries import SUBJECT, absorbed_in, agreement_for, happenings, shown_to, terms_of

HELD = Prepared(lambda: HeldAnswer.objects.filter(ticket=Given("ticket")).select_related("person"))

#: The side panel has fewer parts than this.
MOST_PARTS = 30


@never_cache
@require_safe
@needs(READ)
def case(request: SignedInRequest, number: int, refused: CaseForm | None = None) -> HttpResponse:
    """Show a case. `refused` is a form that a verb could not carry out; it stands open with its reason."""
    ticket = asked_for(request, number)
    if ticket.merged_into and refused is None and not remains(request, ticket):
        return redirect(reverse("console:case", args=[ticket.merged_into.number]) + view_query(request))
    events = log_of(SUBJECT, ticket.pk)
    now = looked_at(events)
    view = View.of(request.GET)
    there = around(ticket, request.user, view, timezone.now())
    ticket.seen = events[-1].position  # type: ignore[attr-defined]  # what a form of this page has shown its reader
    reading = read(ticket, events, now)
    known, customer = shown(reading, request), customer_of(ticket, reading.agreement)
    chosen = telling.chosen_in(request)
    context = {
        "ticket": ticket,
        "view": view,
        "family": family(ticket, reading.kinds, has_kin=there.has_kin),
        "effort": effort(ticket, reading.kinds),
        "ending": ending(ticket, events, reading.agreement),
        "followers": followers(ticket, request.user, reading.kinds),
        "held": HELD(ticket=ticket.pk) if there.has_held and may(request.user, WORK) else (),
        "present": present_at([ticket], request.user, timezone.now()).get(ticket.pk, "") if there.has_company else "",
        "before": there.before,
        "after": there.after,
        "now": now,
        **known,
        "timeline": telling.of(chosen, known["timeline"]),
        "shows": telling.choices(chosen, view),
        "events_open": chosen == telling.EVENTS,
        **beside(reading),
        "customer": customer,
        "content": content(customer, ticket, reading.agreement, now),
        "folded": folded(request),
        **verbs.verbs(ticket, request.user, refused, known["live"], has_drafts=there.has_drafts),
        **rail(request.user, place_within(view)),
    }
    return telling.remember(render(request, "console/case.html", context), request)


def asked_for(request: SignedInRequest, number: int, *, with_product: bool = False) -> Ticket:
    """Give the case of this number; 404 where there is none that this person may see."""
    ticket = shown_to(request.user, number, with_product=with_product)
    if ticket is None:
        raise Http404
    return ticket


def remains(request: SignedInRequest, ticket: Ticket) -> bool:
    """Say whether a case that became part of another is shown all the same: asked for alone, looked at meanwhile, or written in.

    So a page never turns into another under whoever looks at it, and what they had begun to write is where they left it.
    """
    looking = request.headers.get("HX-Target") == "timeline"
    return "solo" in request.GET or looking or Draft.objects.filter(person=request.user, ticket=ticket).exclude(text="").exists()


def view_query(request: SignedInRequest) -> str:
    """Give the view of the queue that the case was opened from, as an address carries it."""
    query = request.GET.urlencode()
    return f"?{query}" if query else ""


def folded(request: SignedInRequest) -> frozenset[str]:
    """Give the parts of the side panel that this person keeps folded; what else stands in the cookie is nothing."""
    said = request.COOKIES.get(f"acuerdo_plegado_{request.user.pk}", "")
    return frozenset(part for part in said.split(".")[:MOST_PARTS] if part.isalpha())


def looked_at(events: Sequence[Event]) -> datetime:
    """Give the minute of the reading, so that no sentence counts seconds; what happened within it is not left out."""
    minute = timezone.now().astimezone(UTC).replace(second=0, microsecond=0)
    return max([minute, *(event.at.astimezone(UTC).replace(microsecond=0) for event in events[-1:])])


@dataclass(frozen=True, slots=True)
class Reading:
    """A case's log, read and folded once for clocks, timeline and time account; `kinds` are the events it names."""

    ticket: Ticket
    events: Sequence[Event]
    kinds: frozenset[str]
    agreement: Agreement
    terms: Terms
    happened: Sequence[Happening]
    clocks: Sequence[Clock]
    calendar: Calendar | None
    now: datetime


def read(ticket: Ticket, events: Sequence[Event], now: datetime) -> Reading:
    """Read a case's log as it stands at an instant."""
    agreement, terms = agreement_for(ticket), terms_of(ticket)
    happened = happenings(list(events), terms)
    clocks = fold(happened, terms, now)
    kinds = frozenset(event.kind for event in events)
    return Reading(ticket, events, kinds, agreement, terms, happened, clocks, calendar_of(clocks, agreement), now)


def shown(reading: Reading, request: SignedInRequest) -> dict[str, Any]:
    """Give what a case's page and its sheet of paper share."""
    ticket, events, agreement = reading.ticket, reading.events, reading.agreement
    parts = absorbed_in(events)
    said = messages_of(ticket, parts)
    teller = Teller(agreement, *authors(events, *known_by(ticket, said.values(), request.user)))
    story = Story(ticket, with_said(events, parts), said, files_of(said.values()), mails_of(ticket, parts), teller, request.user)
    return {**standing(reading, teller), "timeline": timeline(story)}


def standing(reading: Reading, teller: Teller) -> dict[str, Any]:
    """Give what a look at a case shows besides: its clocks and how it stands."""
    ticket, agreement, now = reading.ticket, reading.agreement, reading.now
    moved, stopped = moves(reading.happened, reading.terms, now), stops(stopping(reading.events, reading.clocks), teller)
    ladder = agreement.ladder
    return {
        "zone": agreement.zone,
        "panel": panel_of(reading.clocks, reading.terms, agreement, stopped, now, moved=moved),
        "status": agreement.statuses[ticket.status],
        "chip": chip(ticket, [line_of(clock, ticket.pk, now) for clock in reading.clocks], agreement, now),
        "live": [clock.rule for clock in reading.clocks if clock.is_live],
        "urgency": urgency(ticket.facts, agreement),
        "doubt": doubt(ticket.doubt),
        "calendar": reading.calendar,
        "plan": agreement.plans.get(str(ticket.facts.get("plan", ""))),
        "level_label": ladder.steps[ticket.level].label if ladder and ticket.level in ladder.steps else "",
        "channel": agreement.label("channel", ticket.channel),
    }


def beside(reading: Reading) -> dict[str, Any]:
    """Give what the side panel shows besides."""
    ticket, agreement, now = reading.ticket, reading.agreement, reading.now
    calendar = reading.calendar
    return {
        "agreement": agreement,
        "level": level(ticket.level, agreement),
        "committee": committee(stays(reading.happened, reading.terms, now), calendar),
        "spent": side.whose_time(time_account(reading.happened, reading.terms, now, calendar), calendar),
        "work": work(ticket, agreement, reading.events, now),
        "facts": side.facts(ticket, agreement),
        "printed": side.printed_rows(reading.clocks, agreement),
        **information(ticket, agreement),
    }


def calendar_of(clocks: Sequence[Clock], agreement: Agreement) -> Calendar | None:
    """Choose the calendar in which the case's time is told: its clocks', else the manual's."""
    if clocks:
        return clocks[-1].calendar
    return agreement.calendars.get(agreement.default_calendar)
