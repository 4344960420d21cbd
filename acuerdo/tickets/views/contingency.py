"""The switch of a contingency, and what was entered of each (DIG-006, DIG-A7)."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Prefetch
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.core.errors import Refusal
from acuerdo.people.access import OVERSEE, SignedInRequest, acting, needs
from acuerdo.tickets import wording
from acuerdo.tickets.actions.contingency import declare, end
from acuerdo.tickets.forms.contingency import DeclarationForm, EndForm
from acuerdo.tickets.models import Contingency, Ticket

#: So many contingencies are listed, and of each so many of the cases entered.
LATEST, CASES = 20, 50


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@needs(OVERSEE)
def show(request: SignedInRequest) -> HttpResponse:
    """What goes on, the latest ones with their cases, and the form that declares one."""
    zone = agreement_of(current_version()).zone
    with timezone.override(zone):
        form = DeclarationForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            said, now = form.cleaned_data, timezone.now()
            try:
                declare(
                    starts_at=said["moment"], reason=said["reason"], notice=said["notice"], person=request.user, by=acting(request), at=now
                )
                messages.success(request, _("Contingencia declarada. Avisamos por correo a todos los clientes."))
                return HttpResponseRedirect(reverse("contingency"), status=303)
            except Refusal as reason:
                form.add_error(None, wording.of(reason))
        return page(request, declaration=form, status=422 if form.is_bound else 200)


@never_cache
@require_POST
@needs(OVERSEE)
def finish(request: SignedInRequest, pk: int) -> HttpResponse:
    """End it; cases that came in meanwhile may still be entered."""
    found = get_object_or_404(Contingency, pk=pk)
    with timezone.override(agreement_of(current_version()).zone):
        form = EndForm(request.POST)
        if form.is_valid():
            try:
                end(found.pk, ends_at=form.cleaned_data["moment"], by=acting(request), at=timezone.now())
                messages.success(request, _("Contingencia terminada. Los casos que llegaron durante ella aún se pueden registrar."))
                return HttpResponseRedirect(reverse("contingency"), status=303)
            except Refusal as reason:
                form.add_error(None, wording.of(reason))
        return page(request, ending=form, status=422)


def page(request: SignedInRequest, *, status: int, **forms: Any) -> HttpResponse:
    """Draw it with the forms as they are."""
    entered = Prefetch("tickets", queryset=Ticket.objects.select_related("contact", "organisation").order_by("opened_at", "pk"))
    found = list(
        Contingency.objects.select_related("declared_by")
        .annotate(count=Count("tickets"))
        .prefetch_related(entered)
        .order_by("-starts_at")[:LATEST]
    )
    context = {
        "declaration": DeclarationForm(),
        "ending": EndForm(),
        **forms,
        "ongoing": next((one for one in found if not one.is_over), None),
        "contingencies": found,
        "most": CASES,
        "zone": agreement_of(current_version()).zone,
    }
    return render(request, "tickets/contingency.html", context, status=status)
