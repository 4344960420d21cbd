"""Answering the customer."""

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.core.tickets import Status
from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.carry import carry, status_after
from acuerdo.tickets.actions.draft import forget
from acuerdo.tickets.forms import AnswerForm
from acuerdo.tickets.models import Draft
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import carry_out, found


@require_POST
@needs(WORK)
def create(request: SignedInRequest, number: int) -> HttpResponse:
    """Send an answer."""
    ticket = found(request, number)
    form = AnswerForm(request.POST, request.FILES, ticket=ticket, agreement=agreement_for(ticket))

    def act() -> str:
        said = form.cleaned_data
        files = form.stored()  # a refusal does not lose them
        with transaction.atomic():  # what a saved answer cannot do undoes the answer too
            answer(
                ticket.pk,
                said["text"],
                then=status_after(form.carried) or Status(said["then"] or Status.IN_PROGRESS),
                milestones=said["milestones"],
                files=files,
                by=acting(request),
                at=timezone.now(),
            )
            carry(ticket.pk, form.carried, by=acting(request), at=timezone.now())
            forget(request.user, ticket, Draft.Kind.ANSWER)
        return _("La respuesta va en camino a %(name)s.") % {"name": ticket.contact.name}

    return carry_out(request, form, act, draft=Draft.Kind.ANSWER)
