"""The case of a view that falls due next: one key goes from deadline to deadline."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from acuerdo.console.queries import DIGITS, View, cases_of, neighbours
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.tickets.queries import visible_to

#: The group of the queue whose clocks run.
RUNNING = "vencimiento"


@never_cache
@require_safe
@needs(READ)
def next_due(request: SignedInRequest) -> HttpResponse:
    """Go to the running case that falls due after the one at hand (`caso`), to the first where there is none after it."""
    view = View.of(request.GET)
    running = replace(view, group=RUNNING, words="")
    cases, number = cases_of(request.user, running), request.GET.get("caso", "")
    here = visible_to(request.user).filter(number=number).first() if number.isdecimal() and len(number) <= DIGITS else None
    after = neighbours(here, request.user, running)[1] if here else None
    following = after or cases.values_list("number", flat=True).first()
    if following is None or (here and following == here.number):
        messages.info(request, _("No hay otro caso por vencer en esta vista."))
        return redirect(reverse("console:case", args=[here.number]) if here else reverse("console:queue") + view.query)
    return redirect(reverse("console:case", args=[following]) + view.query)
