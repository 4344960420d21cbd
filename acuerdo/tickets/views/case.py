"""What every verb of a case does besides its own call: find the case, and answer with its page."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import resolve, reverse

from acuerdo.core.errors import Refusal
from acuerdo.people.access import SignedInRequest
from acuerdo.tickets import wording
from acuerdo.tickets.forms import CaseForm
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import visible_to


def found(request: SignedInRequest, number: int) -> Ticket:
    """The case of that number, if this person may see it; Http404 else."""
    return get_object_or_404(visible_to(request.user).select_related("manual", "contact"), number=number)


def address_of(request: HttpRequest, number: int) -> str:
    """The page of a case, in the view of the queue that it was opened from."""
    query = request.GET.urlencode()
    return reverse("console:case", args=[number]) + (f"?{query}" if query else "")


def carry_out(request: HttpRequest, form: CaseForm, act: Callable[[], object], words: str) -> HttpResponse:
    """Do what a form says and go back to the case; refused, the page comes again with the reason and what was typed."""
    if form.is_valid():
        try:
            act()
        except Refusal as reason:
            form.add_error(None, wording.of(reason))
        else:
            return done(request, form.ticket, words)
    return refused(request, form)


def done(request: HttpRequest, ticket: Ticket, words: str) -> HttpResponse:
    """Say so and show the case (303: a reload does nothing twice)."""
    messages.success(request, words)
    response = HttpResponseRedirect(address_of(request, ticket.number))
    response.status_code = 303
    return response


def refused(request: HttpRequest, form: CaseForm) -> HttpResponse:
    """The page of the case with the refused form in its place, asked for by its address: a page is nobody's library."""
    page: Any = resolve(reverse("console:case", args=[form.ticket.number]))
    request.method = "GET"
    response = cast("HttpResponse", page.func(request, *page.args, **page.kwargs, refused=form))
    response.status_code = 422
    return response
