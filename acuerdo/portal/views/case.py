"""One case as its customer sees it: whose turn it is, what was promised and why, and what has happened."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from acuerdo.core.agreements import Agreement
from acuerdo.core.clocks import fold, moves
from acuerdo.customers.models import Contact
from acuerdo.events.queries import log_of
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.people.queries import names
from acuerdo.portal.access import contact_in, may_confirm
from acuerdo.portal.actions.follow import follow
from acuerdo.portal.forms import DecisionForm, MessageForm, MissingForm
from acuerdo.portal.queries import case_seen_by, conversation, draft_in, files_of, missing_in
from acuerdo.portal.views.account import account
from acuerdo.portal.views.asks import asks_of
from acuerdo.portal.views.promises import promises
from acuerdo.portal.views.timeline import assignees, timeline
from acuerdo.portal.views.told import Tale
from acuerdo.portal.views.turn import turn_of
from acuerdo.portal.views.work import work_of
from acuerdo.satisfaction.access import unrated
from acuerdo.satisfaction.queries import survey_of
from acuerdo.tickets.actions.heard_by import topic_for
from acuerdo.tickets.actions.receive import ASKED
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import SUBJECT, agreement_for, happenings, of_contact, terms_of


@never_cache
@require_safe
@customers_only
def show(request: SignedInRequest, number: int) -> HttpResponse:
    """The whole page; a case of another organisation is not there."""
    contact = contact_in(request)
    ticket = visible(contact, number)
    if ticket.merged_into and visible_or_none(contact, ticket.merged_into.number):
        follow(request.user, ticket, ticket.merged_into, at=timezone.now())
        return redirect("portal:case", ticket.merged_into.number)
    return page(request, ticket, contact)


def visible_or_none(contact: Contact, number: int) -> Ticket | None:
    """The case of this number, or None where this contact may not see it."""
    return of_contact(contact).filter(number=number).first()


def visible(contact: Contact, number: int) -> Ticket:
    """The case of this number, if this contact may see it. Raises Http404."""
    ticket = case_seen_by(contact, number)
    if ticket is None:
        raise Http404
    return ticket


def page(request: HttpRequest, ticket: Ticket, contact: Contact, **given: Any) -> HttpResponse:
    """Render a case; `given` are forms that came back with their reasons, and the status."""
    status = given.pop("status", 200)
    response = render(request, "portal/case.html", {**shown(ticket, contact, timezone.now()), **given}, status=status)
    if request.method == "POST":
        response["HX-Push-Url"] = "false"  # a refused form stays at the case's address: the form's own cannot be reloaded
    return response


def shown(ticket: Ticket, contact: Contact, now: datetime) -> dict[str, Any]:
    """All that the page of a case shows."""
    agreement, terms, events = agreement_for(ticket), terms_of(ticket), log_of(SUBJECT, ticket.pk)
    happened = happenings(events, terms)
    clocks = fold(happened, terms, now)
    messages = conversation(ticket)
    tale = Tale(ticket, agreement, names(assignees(events)), files_of(messages))
    views = promises(clocks, agreement, terms, now, moved=moves(happened, terms, now))
    turn = turn_of(ticket, clocks, views, messages, now)
    return {
        **boxes(ticket, agreement, contact),
        "now": now,
        "zone": agreement.zone,
        "ticket": ticket,
        "contact": contact,
        "agreement": agreement,
        "status_name": agreement.statuses[ticket.status].label,
        "turn": turn,
        "promises": views,
        "entries": timeline(tale, messages, events, agreement.desk_name),
        "facts": classification(ticket, agreement),
        "product": agreement.label("product", str(ticket.facts.get("product", ""))),
        "plan": agreement.label("plan", str(ticket.facts.get("plan", ""))),
        "account": account(happened, terms, clocks[-1].calendar if clocks else agreement.calendars.get(agreement.default_calendar), now),
        "decision": DecisionForm(initial={"solution": turn.solution.pk}) if turn.solution else None,
        "survey": survey_of(ticket),
        "survey_token": unrated(ticket, contact),
        "topic": topic_for(contact, ticket),
        "work": work_of(ticket, agreement, events),
        "asks": asks_of(ticket, contact, events),
        "may_confirm": ticket.confirmation == ASKED and may_confirm(contact, ticket),
    }


def boxes(ticket: Ticket, agreement: Agreement, contact: Contact) -> dict[str, Any]:
    """Where a customer writes: in the case, and first what it was given back for, if it was. The first of them has the draft."""
    draft, needs = draft_in(ticket, contact), missing_in(ticket, agreement)
    owned: dict[str, Any] = {"draft": draft, "owns": True}
    return {
        "message_form": MessageForm(ticket=ticket, **({} if needs else owned)),
        "missing_form": MissingForm(ticket=ticket, needs=needs, reach=contact.email, **owned) if needs else None,
    }


def classification(ticket: Ticket, agreement: Agreement) -> list[tuple[str, str]]:
    """Type, and each field of the manual that is decided, with the manual's words."""
    said = [(_("Tipo"), agreement.label("type", str(ticket.facts.get("type", ""))))]
    said += [(field.label, agreement.label(name, str(ticket.facts.get(name, "")))) for name, field in agreement.fields.items()]
    return [(label, value) for label, value in said if value]
