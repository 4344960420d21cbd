"""Raising a case."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.forms import LevelForm
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import carry_out, found


@require_POST
@needs(WORK)
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Raise it to a level that the ladder reaches."""
    ticket = found(request, number)
    form = LevelForm(request.POST, ticket=ticket, agreement=agreement_for(ticket))

    def act() -> None:
        said = form.cleaned_data
        raise_level(ticket.pk, said["level"], reason=said["reason"], by=acting(request), at=timezone.now())

    return carry_out(request, form, act, _("Caso escalado. Avisamos a las personas de ese nivel."))
