"""Making one case of two, and two of them again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.core.errors import Refusal
from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets import wording
from acuerdo.tickets.actions.merge import merge, unmerge
from acuerdo.tickets.forms import MergeForm
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.views.case import found, lead
from acuerdo.tickets.views.verb import verb

#: What a verb that was done answers by.
SEE_OTHER = 303


def join(request: SignedInRequest, form: MergeForm) -> str:
    """Make it part of the other, which stays."""
    stays = merge(form.ticket.pk, form.cleaned_data["other"].pk, by=acting(request), at=timezone.now())
    said = {"goes": form.ticket.number, "stays": stays.number}
    words = _("El caso #%(goes)s es ahora parte del #%(stays)s. También puede deshacerlo después, en «Casos relacionados».") % said
    button = {"address": reverse("tickets:unmerge", args=[form.ticket.number]), "csrf_token": get_token(request)}
    return format_html("{}{}", words, render_to_string("tickets/undo.html", button))


merged = verb(MergeForm, join)


def update(request: HttpRequest, number: int) -> HttpResponseBase:
    """Do it, and go on to the page of the case that stays."""
    response = merged(request, number)
    stays = Ticket.objects.filter(merged__number=number).first() if response.status_code == SEE_OTHER else None
    return lead(request, stays) if stays else response


@require_POST
@needs(WORK)
def undo(request: SignedInRequest, number: int) -> HttpResponse:
    """Let the case be one of its own again, as it was."""
    ticket = found(request, number)
    try:
        ticket = unmerge(ticket.pk, by=acting(request), at=timezone.now())
        messages.success(request, _("El caso #%(number)s vuelve a ser un caso propio, como estaba.") % {"number": ticket.number})
    except Refusal as reason:
        messages.error(request, wording.of(reason))
    return lead(request, ticket)
