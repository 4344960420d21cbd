"""Entering a status by hand."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.forms import StatusForm
from acuerdo.tickets.views.verb import verb


def enter(request: SignedInRequest, form: StatusForm) -> str:
    """Wait for someone, plan it for a date, or go back to work."""
    to, stage = form.chosen
    reason = form.cleaned_data["reason"]
    change_status(form.ticket.pk, to, stage=stage, reason=reason, waits=form.waits, by=acting(request), at=timezone.now())
    return _("El caso está ahora en «%(status)s».") % {"status": form.chosen_label}


update = verb(StatusForm, enter)
