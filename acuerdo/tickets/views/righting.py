"""Putting a case right in the open."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import OVERSEE, SignedInRequest, acting
from acuerdo.tickets.actions.put_right import correct_state, correct_time, set_terms
from acuerdo.tickets.forms import CorrectionForm, TermsForm
from acuerdo.tickets.views.verb import verb


def reevaluate(request: SignedInRequest, form: TermsForm) -> str:
    """Evaluate it under other terms."""
    said = form.cleaned_data
    set_terms(form.ticket.pk, said["version"], said["plan"], reason=said["reason"], by=acting(request), at=timezone.now())
    return _("El caso se evalúa ahora con esos términos. Lo anterior queda a la vista.")


def correct(request: SignedInRequest, form: CorrectionForm) -> str:
    """Correct the time of an event, or the state of a clock."""
    said, by, now = form.cleaned_data, acting(request), timezone.now()
    kind, _dash, which = said["what"].partition("-")
    if kind == "event":
        correct_time(form.ticket.pk, int(which), said["time"], reason=said["reason"], by=by, at=now)
    else:
        cycle, _dash, clock = which.partition("-")
        correct_state(form.ticket.pk, clock, int(cycle), said["state"], reason=said["reason"], by=by, at=now)
    return _("Corrección registrada. Lo que había antes queda a la vista.")


terms = verb(TermsForm, reevaluate, OVERSEE)
correction = verb(CorrectionForm, correct, OVERSEE)
