"""Time on a case."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.enter_time import change_time, enter_time, remove_time
from acuerdo.tickets.forms import TimeForm
from acuerdo.tickets.models import TimeEntry
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import back, found, once
from acuerdo.tickets.views.verb import shown, verb


def note(request: SignedInRequest, form: TimeForm) -> str:
    """Note it."""
    enter_time(form.ticket.pk, form.spent, by=acting(request), at=timezone.now())
    return _("Tiempo anotado.")


update = verb(TimeForm, note)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(WORK)
def change(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """Put one's own note right, or take it away; another's is not here."""
    ticket = found(request, number)
    entry = get_object_or_404(TimeEntry, pk=pk, ticket=ticket, person=request.user)
    given = (request.POST,) if request.method == "POST" and "remove" not in request.POST else ()
    form = TimeForm(*given, ticket=ticket, agreement=agreement_for(ticket), entry=entry)
    if request.method != "POST":
        return shown(request, form)
    if "remove" in request.POST:
        remove_time(entry.pk, by=acting(request), at=timezone.now())
        messages.success(request, _("Ese tiempo ya no cuenta. El registro del caso conserva que estuvo."))
        return back(request, ticket)

    def act() -> str:
        change_time(entry.pk, form.spent, by=acting(request), at=timezone.now())
        return _("Tiempo corregido.")

    words = once(request, form, act)
    if form.errors:
        return shown(request, form)
    messages.success(request, words)
    return back(request, ticket)
