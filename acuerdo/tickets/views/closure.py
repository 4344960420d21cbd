"""Closing a case by hand, or cancelling it."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.close import cancel, close
from acuerdo.tickets.forms import CANCEL, ClosureForm
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import carry_out, found


@require_POST
@needs(WORK)
def create(request: SignedInRequest, number: int) -> HttpResponse:
    """End it with one of the manual's reasons and a sentence."""
    ticket = found(request, number)
    form = ClosureForm(request.POST, ticket=ticket, agreement=agreement_for(ticket))

    def act() -> None:
        said = form.cleaned_data
        if said["closed_as"] == CANCEL:
            cancel(ticket.pk, reason=said["reason"], by=acting(request), at=timezone.now())
        else:
            close(ticket.pk, said["closed_as"], reason=said["reason"], by=acting(request), at=timezone.now())

    return carry_out(request, form, act, _("El caso terminó. Sus relojes se detuvieron."))
