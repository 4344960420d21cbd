"""Entering a status by hand."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.core.tickets import Status
from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.forms import StatusForm
from acuerdo.tickets.views.verb import verb


def enter(request: SignedInRequest, form: StatusForm) -> str:
    """Wait for someone, plan it for a date, or go back to work."""
    said = form.cleaned_data
    change_status(form.ticket.pk, Status(said["to"]), reason=said["reason"], by=acting(request), at=timezone.now())
    return _("El caso está ahora en «%(status)s».") % {"status": form.agreement.statuses[said["to"]].label}


update = verb(StatusForm, enter)
