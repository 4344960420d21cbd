"""The customer's yes or no to a solution: on the case's page, or by the link of a mail without signing in."""

from contextlib import suppress

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from acuerdo.core.errors import Refusal
from acuerdo.customers.access import as_contact
from acuerdo.customers.models import Contact
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.portal import wording
from acuerdo.portal.access import contact_in
from acuerdo.portal.actions.decide import decide
from acuerdo.portal.forms import DecisionForm
from acuerdo.portal.queries import case_of, last_solution
from acuerdo.portal.views.case import page, visible
from acuerdo.portal.views.rows import last_of
from acuerdo.portal.views.turn import closes_at
from acuerdo.satisfaction.access import unrated
from acuerdo.satisfaction.queries import survey_of
from acuerdo.tickets.access import read_decision_token
from acuerdo.tickets.actions.decide import AlreadyDecided
from acuerdo.tickets.actions.hear import reopen_until
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.queries import agreement_for, folded


@require_POST
@customers_only
def create(request: SignedInRequest, number: int) -> HttpResponse:
    """Decide on the case's page."""
    contact = contact_in(request)
    ticket = visible(contact, number)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return page(request, ticket, contact, decision=form, status=422)
    try:
        answer(request, ticket, contact, form)
    except Refusal as refusal:
        messages.warning(request, wording.of(refusal))
    else:
        served = form.cleaned_data["answer"] == "si"
        messages.success(request, _("Gracias. El caso quedó cerrado.") if served else _("Gracias. Volvemos a trabajar en el caso."))
    return HttpResponse(status=303, headers={"Location": reverse("portal:case", args=[number])})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Decide from a mail. GET only asks, because mail scanners follow links; once answered, the link tells what became of it."""
    asked = read_decision_token(token)
    contact = Contact.objects.filter(pk=asked.contact_id).first() if asked else None
    ticket = case_of(Ticket.objects.filter(pk=asked.ticket_id)) if asked else None
    if asked is None or contact is None or ticket is None:
        return render(request, "portal/decide_over.html", status=410)
    solution = last_solution(ticket)
    if solution is None or solution.pk != asked.solution_id or ticket.status != "resolved":
        return settled(request, ticket, contact, newer=solution is not None and solution.pk != asked.solution_id)
    if request.method != "POST":
        return ask(request, ticket, solution, DecisionForm(initial={"answer": request.GET.get("es", "si"), "solution": solution.pk}))
    form = DecisionForm({**request.POST.dict(), "solution": str(asked.solution_id)})
    if not form.is_valid():
        return ask(request, ticket, solution, form, status=422)
    with suppress(AlreadyDecided):  # two clicks at once: the page that follows tells what the first one did
        answer(request, ticket, contact, form)
    return HttpResponse(status=303, headers={"Location": request.path})


def answer(request: HttpRequest, ticket: Ticket, contact: Contact, form: DecisionForm) -> None:
    """Pass on what was said. Raises AlreadyDecided."""
    said = form.cleaned_data
    decide(
        ticket.pk,
        said["solution"],
        serves=said["answer"] == "si",
        reason=said["reason"],
        face=said["face"],
        contact=contact,
        by=as_contact(contact, request),
        at=timezone.now(),
    )


def ask(request: HttpRequest, ticket: Ticket, solution: Message, form: DecisionForm, status: int = 200) -> HttpResponse:
    """The solution, until when silence waits, and the two answers."""
    now, agreement = timezone.now(), agreement_for(ticket)
    context = {
        "now": now,
        "zone": agreement.zone,
        "ticket": ticket,
        "agreement": agreement,
        "solution": solution,
        "decision": form,
        "survey": survey_of(ticket),
        "closes": None if ticket.wrote_after_at else closes_at(folded(ticket, now), agreement, now),
    }
    return render(request, "portal/decide.html", context, status=status)


def settled(request: HttpRequest, ticket: Ticket, contact: Contact, *, newer: bool) -> HttpResponse:
    """What became of the solution and how to go on; with the survey when the case is closed and it was not answered."""
    now, agreement, until = timezone.now(), agreement_for(ticket), reopen_until(ticket)
    context = {
        "now": now,
        "zone": agreement.zone,
        "ticket": ticket,
        "newer": newer and ticket.status == "resolved",
        "became": last_of(ticket, agreement, now),
        "comes_back": bool(until and until >= now),
        "survey": survey_of(ticket),
        "survey_token": unrated(ticket, contact),
    }
    return render(request, "portal/decide_settled.html", context, status=409 if request.method == "POST" else 200)
