"""Tagging a case."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.tickets.actions.tag import tag
from acuerdo.tickets.forms import TagsForm
from acuerdo.tickets.views.undoing import with_undo
from acuerdo.tickets.views.verb import verb


def put(request: SignedInRequest, form: TagsForm) -> str:
    """Give it these tags and no others."""
    tag(form.ticket.pk, form.wanted, by=acting(request), at=timezone.now())
    return with_undo(request, _("Etiquetas guardadas."), form.name, form.ticket)


update = verb(TagsForm, put)
