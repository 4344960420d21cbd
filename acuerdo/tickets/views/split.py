"""Making a new case of some messages."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.split import split
from acuerdo.tickets.forms import SplitForm
from acuerdo.tickets.views.case import with_way
from acuerdo.tickets.views.verb import verb


def part(request: SignedInRequest, form: SplitForm) -> str:
    """Open the new case with the messages chosen."""
    said = form.cleaned_data
    new = split(form.ticket.pk, said["messages"], said["subject"], by=acting(request), at=timezone.now())
    return with_way(_("Se abrió el caso #%(number)s con esos mensajes, vinculado a este.") % {"number": new.number}, request, new)


update = verb(SplitForm, part)
