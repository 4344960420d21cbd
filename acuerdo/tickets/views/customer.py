"""Giving a case its customer."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.match_customer import match_customer
from acuerdo.tickets.forms import CustomerForm
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import carry_out, found


@require_POST
@needs(WORK)
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Say whose it is: contract, plan and clocks follow, from the opening."""
    ticket = found(request, number)
    form = CustomerForm(request.POST, ticket=ticket, agreement=agreement_for(ticket))

    def act() -> None:
        match_customer(ticket.pk, form.cleaned_data["organisation"], by=acting(request), at=timezone.now())

    return carry_out(request, form, act, _("El caso ya tiene cliente. Sus plazos cuentan desde que llegó."))
