"""Entering a status by hand."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.core.tickets import Status
from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.forms import StatusForm
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import carry_out, found


@require_POST
@needs(WORK)
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Wait for someone, plan it for a date, or go back to work."""
    ticket = found(request, number)
    agreement = agreement_for(ticket)
    form = StatusForm(request.POST, ticket=ticket, agreement=agreement)

    def act() -> None:
        said = form.cleaned_data
        change_status(ticket.pk, Status(said["to"]), reason=said["reason"], by=acting(request), at=timezone.now())

    label = agreement.statuses[request.POST["to"]].label if request.POST.get("to") in agreement.statuses else ""
    return carry_out(request, form, act, _("El caso está ahora en «%(status)s».") % {"status": label})
