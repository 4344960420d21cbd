"""Raising a case."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.forms import LevelForm
from acuerdo.tickets.views.verb import verb


def to(request: SignedInRequest, form: LevelForm) -> str:
    """Raise it to a level that the ladder reaches."""
    said = form.cleaned_data
    raise_level(form.ticket.pk, said["level"], reason=said["reason"], by=acting(request), at=timezone.now())
    return _("Caso escalado. Avisamos a las personas de ese nivel.")


update = verb(LevelForm, to)
