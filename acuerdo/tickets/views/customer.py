"""Giving a case its customer."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.match_customer import match_customer
from acuerdo.tickets.forms import CustomerForm
from acuerdo.tickets.views.verb import verb


def match(request: SignedInRequest, form: CustomerForm) -> str:
    """Say whose it is: contract, plan and clocks follow, from the opening."""
    match_customer(form.ticket.pk, form.cleaned_data["organisation"], by=acting(request), at=timezone.now())
    return _("El caso ya tiene cliente. Sus plazos cuentan desde que llegó.")


update = verb(CustomerForm, match)
