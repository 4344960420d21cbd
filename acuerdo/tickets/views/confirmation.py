"""Confirming a report of somebody who may not report."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.confirm_report import confirm_report
from acuerdo.tickets.forms import ConfirmationForm
from acuerdo.tickets.views.verb import verb


def confirm(request: SignedInRequest, form: ConfirmationForm) -> str:
    """Confirm it for the customer, with how the desk knows."""
    confirm_report(form.ticket.pk, reason=form.cleaned_data["reason"], by=acting(request), at=timezone.now())
    return _("Confirmado. Queda en el registro del caso.")


update = verb(ConfirmationForm, confirm)
