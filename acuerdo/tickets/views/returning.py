"""Giving a case back to its customer."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.return_to_customer import return_to_customer
from acuerdo.tickets.forms import ReturnForm
from acuerdo.tickets.views.verb import verb


def give_back(request: SignedInRequest, form: ReturnForm) -> str:
    """Name what is missing; the customer gets it point by point."""
    said = form.cleaned_data
    return_to_customer(form.ticket.pk, said["points"], text=said["text"], by=acting(request), at=timezone.now())
    return _("Caso devuelto. Avisamos a %(name)s qué falta.") % {"name": form.ticket.contact.name}


update = verb(ReturnForm, give_back)
