"""Classifying a case."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.forms import ClassificationForm
from acuerdo.tickets.views.undoing import with_undo
from acuerdo.tickets.views.verb import verb


def decide(request: SignedInRequest, form: ClassificationForm) -> str:
    """Decide the facts; every live clock counts anew by them."""
    classify(form.ticket.pk, form.facts, reason=form.cleaned_data["reason"], by=acting(request), at=timezone.now())
    return with_undo(request, _("Clasificación guardada. Los plazos ya se calculan con ella."), form.name, form.ticket)


update = verb(ClassificationForm, decide)
