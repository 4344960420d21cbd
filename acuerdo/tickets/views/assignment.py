"""Giving a case to a person, or taking it."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.people.models import Person
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.forms import AssignmentForm
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import carry_out, found


@require_POST
@needs(WORK)
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Give it to the person chosen; to nobody when none is."""
    ticket = found(request, number)
    form = AssignmentForm(request.POST, ticket=ticket, agreement=agreement_for(ticket))
    to = form.cleaned_data.get("to") if form.is_valid() else None

    def act() -> None:
        assign(ticket.pk, to, by=acting(request), at=timezone.now())

    return carry_out(request, form, act, words_for(to, request.user))


def words_for(to: Person | None, me: Person) -> str:
    """What was done."""
    if to is None:
        return _("El caso quedó sin responsable.")
    return _("El caso es suyo.") if to == me else _("El caso es ahora de %(name)s.") % {"name": to.name}
