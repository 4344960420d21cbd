"""The desk's own questions of a case."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.fill_fields import fill_fields
from acuerdo.tickets.forms import FieldsForm
from acuerdo.tickets.views.verb import verb


def fill(request: SignedInRequest, form: FieldsForm) -> str:
    """Keep the answers."""
    fill_fields(form.ticket.pk, form.answers, asked={one.name for one in form.own}, by=acting(request), at=timezone.now())
    return _("Campos guardados.")


update = verb(FieldsForm, fill)
