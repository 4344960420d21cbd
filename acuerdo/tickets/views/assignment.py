"""Giving a case to a person, or taking it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.people.models import Person
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.forms import AssignmentForm
from acuerdo.tickets.views.verb import verb


def give(request: SignedInRequest, form: AssignmentForm) -> str:
    """Give it to the person chosen; to nobody when none is."""
    to = form.cleaned_data["to"]
    assign(form.ticket.pk, to, by=acting(request), at=timezone.now())
    return words_for(to, request.user)


def words_for(to: Person | None, me: Person) -> str:
    """What was done."""
    if to is None:
        return _("El caso quedó sin responsable.")
    return _("El caso es suyo.") if to == me else _("El caso es ahora de %(name)s.") % {"name": to.name}


update = verb(AssignmentForm, give)
