"""Closing a case by hand, or cancelling it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.close import cancel, close
from acuerdo.tickets.forms import CANCEL, ClosureForm
from acuerdo.tickets.views.learning import propose_article
from acuerdo.tickets.views.verb import verb


def end(request: SignedInRequest, form: ClosureForm) -> str:
    """End it with one of the manual's reasons and a sentence."""
    said = form.cleaned_data
    if said["closed_as"] == CANCEL:
        cancel(form.ticket.pk, reason=said["reason"], by=acting(request), at=timezone.now())
    else:
        close(form.ticket.pk, said["closed_as"], reason=said["reason"], by=acting(request), at=timezone.now())
    propose_article(request, form)
    return _("El caso terminó. Sus relojes se detuvieron.")


create = verb(ClosureForm, end)
