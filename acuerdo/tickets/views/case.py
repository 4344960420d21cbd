"""What every verb of a case does besides its own call: find the case, and answer with its page."""

import secrets
from collections.abc import Callable
from hashlib import sha256
from typing import Any, cast

from django.contrib import messages
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from acuerdo.core.errors import Refusal
from acuerdo.people.access import SignedInRequest, acting
from acuerdo.people.queries import names
from acuerdo.tickets import wording
from acuerdo.tickets.actions.draft import keep_files
from acuerdo.tickets.actions.heed import heed
from acuerdo.tickets.actions.hold_answer import leave_first
from acuerdo.tickets.forms.case import CaseForm, WithFiles
from acuerdo.tickets.models import Draft, Message, Ticket
from acuerdo.tickets.queries import visible_to

#: A form that was carried out is known for so long, seconds.
ONCE = 3600


def found(request: SignedInRequest, number: int) -> Ticket:
    """The case of that number, if this person may see it; Http404 else."""
    return get_object_or_404(visible_to(request.user).select_related("manual", "contact"), number=number)


def address_of(request: HttpRequest, number: int) -> str:
    """The page of a case, in the view of the queue that it was opened from."""
    query = request.GET.urlencode()
    return reverse("console:case", args=[number]) + (f"?{query}" if query else "")


def carry_out(request: SignedInRequest, form: WithFiles, act: Callable[[], str], *, draft: Draft.Kind) -> HttpResponse:
    """Do what a form of the case's own page says and go back to it; refused, the page comes again with what was typed.

    The files that came with a refused form are laid to its draft: they are there even if the browser is closed now.
    """
    words = once(request, form, act)
    if form.errors:
        if form.stored():
            keep_files(request.user, form.ticket, draft, form.stored(), at=timezone.now())
        return refused(request, form)
    if words:
        messages.success(request, words)
    return back(request, form.ticket)


def once(request: SignedInRequest, form: CaseForm, act: Callable[[], str]) -> str:
    """Do what a valid form says and give the sentence that says so; `form.errors` say why it was not done.

    A form carries a key of its own: sent twice, by a double click or a reload, it is done once, and the second has no sentence.
    """
    if not form.is_valid():
        return ""
    key = key_of(request)
    with transaction.atomic():  # the key is known only if the deed is: a process that dies between the two leaves neither
        if not cache.add(key, 1, ONCE):
            return ""
        try:
            heed(form.ticket.pk, request.POST.get("seen", ""), form.heeds, by=acting(request))
            leave_first(form.ticket, request.user, at=timezone.now())
            return act()
        except Refusal as reason:
            cache.delete(key)
            form.add_error(None, wording.of(reason))
            form.went_to = int(str(reason.facts.get("into", 0)))
            form.meanwhile = told(reason.facts.get("events", ()), form)
    return ""


def key_of(request: SignedInRequest) -> str:
    """Where it is kept that this very form was carried out."""
    return f"acuerdo.once:{request.user.pk}:{sha256((request.POST.get('key') or secrets.token_urlsafe()).encode()).hexdigest()}"


def told(events: Any, form: CaseForm) -> list[Any]:
    """Say what came in between, with what was said: both versions are then on the page."""
    people = names({event.actor_id for event in events if event.actor_kind == "person" and event.actor_id})
    spoken = {int(event.facts["message"]) for event in events if event.facts.get("message")}
    said = Message.objects.select_related("contact", "person").in_bulk(spoken) if spoken else {}
    return [wording.meanwhile(event, said.get(int(event.facts.get("message") or 0)), people, form.agreement) for event in events]


def back(request: HttpRequest, ticket: Ticket) -> HttpResponse:
    """Show the case (303: a reload asks for the page, not for the deed)."""
    response = HttpResponseRedirect(address_of(request, ticket.number))
    response.status_code = 303
    return response


def lead(request: HttpRequest, ticket: Ticket) -> HttpResponse:
    """Go on to the page of another case. By script it is loaded whole: its address, and what it listens to, are not this page's."""
    if "HX-Request" not in request.headers:
        return back(request, ticket)
    return HttpResponse(status=204, headers={"HX-Redirect": address_of(request, ticket.number)})


def with_way(words: str, request: HttpRequest, other: Ticket) -> str:
    """A sentence about another case, with the way there."""
    way = '{} <a class="act act--small" href="{}">{}</a>'
    return format_html(way, words, address_of(request, other.number), _("Abrir #%(number)s") % {"number": other.number})


def refused(request: HttpRequest, form: CaseForm) -> HttpResponse:
    """The page of the case with the refused form in its place, asked for by its address: a page is nobody's library."""
    page: Any = resolve(reverse("console:case", args=[form.ticket.number]))
    request.method = "GET"
    response = cast("HttpResponse", page.func(request, *page.args, **page.kwargs, refused=form))
    response.status_code = 422
    return response
