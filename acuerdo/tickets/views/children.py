"""Answering or solving a parent's children together: who gets what first, and then each for itself."""

import secrets
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from acuerdo.core.tickets import Status
from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.several import Deed, rehearse
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.forms.children import SOLUTION, ChildrenForm
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for, visible_to
from acuerdo.tickets.views.case import found
from acuerdo.tickets.views.several import MOST, carry_out_once, line


@require_http_methods(["GET", "HEAD", "POST"])
@needs(WORK)
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Ask what to say; show who gets what and who cannot, and why; send it when it is confirmed."""
    ticket = found(request, number)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ChildrenForm(*given, ticket=ticket, agreement=agreement_for(ticket))
    if not given or not form.is_valid():
        return shown(request, form, ())
    tickets = those(request, form)
    deed = saying(request, form)
    if "confirmed" in request.POST:
        return carry_out_once(request, tickets, deed)
    return shown(request, form, [line(outcome) for outcome in rehearse(tickets, deed)])


def those(request: SignedInRequest, form: ChildrenForm) -> list[Ticket]:
    """The children that have not ended, and the parent if it is meant too."""
    children = visible_to(request.user).filter(parent=form.ticket).exclude(status__in=["closed", "cancelled"])
    found = list(children.select_related("contact", "manual").order_by("number")[:MOST])
    return [form.ticket, *found] if form.cleaned_data["parent_too"] else found


def saying(request: SignedInRequest, form: ChildrenForm) -> Deed:
    """Answer each, or solve each with the evidence its own manual demands."""
    said, files = form.cleaned_data, form.stored()

    def deed(ticket: Ticket) -> object:
        by, at = acting(request), timezone.now()
        if said["kind"] == SOLUTION:
            return solve(ticket.pk, said["text"], evidence=form.evidence, files=files, by=by, at=at)
        return answer(ticket.pk, said["text"], then=Status(said["then"] or Status.IN_PROGRESS), files=files, by=by, at=at)

    return deed


def shown(request: SignedInRequest, form: ChildrenForm, lines: Any) -> HttpResponse:
    """The page: what is said, and below it who gets it."""
    context = {
        "form": form,
        "ticket": form.ticket,
        "lines": lines,
        "changed": sum(each.changes for each in lines),
        "key": secrets.token_urlsafe(12),
    }
    return render(request, "tickets/children.html", context, status=422 if form.is_bound and form.errors else 200)
