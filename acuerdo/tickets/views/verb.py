"""A verb of a case, seen and done at one address: GET gives its form, POST does it and goes back to the case."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from acuerdo.people.access import WORK, SignedInRequest, needs
from acuerdo.tickets.forms import Occasion, VerbForm
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import address_of, back, found, once
from acuerdo.ui.places import in_its_place

Form = TypeVar("Form", bound=VerbForm)
View = Callable[..., HttpResponseBase]


def verb(kind: type[Form], act: Callable[[SignedInRequest, Form], str], right: str = WORK) -> View:
    """Make the view of a verb. `act` does what a valid form says and gives the sentence that says so; it may raise a Refusal."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @needs(right)
    def view(request: SignedInRequest, number: int) -> HttpResponse:
        ticket = found(request, number)
        agreement = agreement_for(ticket)
        if request.method != "POST":
            if not kind.is_offered(Occasion(ticket, agreement, request.user)):
                messages.error(request, _("El caso cambió: eso ya no se puede hacer."))
                return back(request, ticket)
            return shown(request, kind(ticket=ticket, agreement=agreement, person=request.user))
        form = kind(request.POST, request.FILES, ticket=ticket, agreement=agreement, person=request.user)
        words = once(request, form, lambda: act(request, form))
        if form.errors:
            return shown(request, form)
        if words:
            messages.success(request, words)
        return back(request, ticket)

    return view


def shown(request: HttpRequest, form: VerbForm) -> HttpResponse:
    """Draw a form, as a page of its own for who has no script; a refused one says why and keeps what was typed."""
    context = {"form": form, "ticket": form.ticket, "case_url": address_of(request, form.ticket.number)}
    if not form.is_bound:
        return render(request, "tickets/verb.html", context)
    # fetched by script the form stands in the page's one dialog; refused it takes its own place again
    return in_its_place(render(request, "tickets/verb.html", context, status=422), "#verb-form")
