"""Days away, written down by oneself or by an administrator."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from acuerdo.people.access import ADMINISTER, READ, SignedInRequest, acting, may, needs
from acuerdo.people.actions.be_away import be_away, be_back
from acuerdo.people.models import Absence, Person, Role
from acuerdo.people.queries import day_of
from acuerdo.setup.forms import AbsenceForm


@require_http_methods(["GET", "HEAD", "POST"])
@needs(READ)
def absences(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show one's own, or as an administrator anybody's, and write another one down."""
    found = get_object_or_404(Person.objects.exclude(role=Role.CUSTOMER), pk=pk)
    refuse_others(request, pk)
    form = AbsenceForm(request.POST or None, person=found)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        by, at = acting(request), timezone.now()
        be_away(pk, said["starts_on"], said["ends_on"], substitute=form.stands_in, reason=said["reason"], by=by, at=at)
        messages.success(request, _("La ausencia quedó anotada."))
        return redirect("setup:absences", pk)
    today = day_of(timezone.now())
    mine = found.absences.select_related("substitute").filter(ends_on__gte=today).order_by("starts_on")
    context = {"form": form, "found": found, "absences": list(mine), "own": found.pk == request.user.pk}
    return render(request, "setup/absences.html", context, status=422 if form.is_bound else 200)


@require_POST
@needs(READ)
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take one back."""
    absence = get_object_or_404(Absence, pk=pk)
    refuse_others(request, absence.person_id)
    be_back(pk, by=acting(request), at=timezone.now())
    messages.success(request, _("La ausencia quedó borrada."))
    return redirect("setup:absences", absence.person_id)


def refuse_others(request: SignedInRequest, person_id: int) -> None:
    """Another's days are an administrator's business."""
    if person_id != request.user.pk and not may(request.user, ADMINISTER):
        raise PermissionDenied
