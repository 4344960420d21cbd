"""Delivering a solution."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.forms import SolutionForm
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import carry_out, found


@require_POST
@needs(WORK)
def create(request: SignedInRequest, number: int) -> HttpResponse:
    """Send the solution; the customer is asked whether it serves."""
    ticket = found(request, number)
    form = SolutionForm(request.POST, request.FILES, ticket=ticket, agreement=agreement_for(ticket))

    def act() -> None:
        solve(
            ticket.pk,
            form.cleaned_data["text"],
            evidence=form.evidence,
            files=form.stored(),
            by=acting(request),
            at=timezone.now(),
        )

    return carry_out(request, form, act, _("La solución va en camino a %(name)s.") % {"name": ticket.contact.name})
