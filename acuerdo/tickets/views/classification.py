"""Classifying a case."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.forms import ClassificationForm
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import carry_out, found


@require_POST
@needs(WORK)
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Decide the facts; every live clock counts anew by them."""
    ticket = found(request, number)
    form = ClassificationForm(request.POST, ticket=ticket, agreement=agreement_for(ticket))

    def act() -> None:
        classify(ticket.pk, form.facts, reason=form.cleaned_data["reason"], by=acting(request), at=timezone.now())

    return carry_out(request, form, act, _("Clasificación guardada. Los plazos ya se calculan con ella."))
