"""Checking the minimum information of a case."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.check_information import check_information
from acuerdo.tickets.forms import InformationForm
from acuerdo.tickets.views.verb import verb


def check(request: SignedInRequest, form: InformationForm) -> str:
    """Keep where each point stands, by whom and when."""
    by, reason = acting(request), form.cleaned_data["reason"]
    check_information(form.ticket.pk, form.states, said=form.said, reason=reason, by=by, at=timezone.now())
    return _("Revisión guardada.")


update = verb(InformationForm, check)
