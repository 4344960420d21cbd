"""Answering the customer."""

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.core.tickets import Status
from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.carry import status_after
from acuerdo.tickets.actions.draft import forget
from acuerdo.tickets.actions.hold_answer import Sending, hold_answer, may_wait, send
from acuerdo.tickets.forms import AnswerForm
from acuerdo.tickets.models import Draft
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import carry_out, found


@require_POST
@needs(WORK)
def create(request: SignedInRequest, number: int) -> HttpResponse:
    """Send an answer; `waits`: the page lets it be taken back for some seconds."""
    ticket = found(request, number)
    form = AnswerForm(request.POST, request.FILES, ticket=ticket, agreement=agreement_for(ticket))

    def act() -> str:
        said, now = form.cleaned_data, timezone.now()
        then = status_after(form.carried) or Status(said["then"] or Status.IN_PROGRESS)
        sending = Sending(text=said["text"], then=then, milestones=said["milestones"], files=form.stored(), carried=form.carried)
        with transaction.atomic():  # what a saved answer cannot do undoes the answer too
            marks = {"shown": form.data.get("shown"), "returned": form.data.get("returned", "")}
            forget(request.user, ticket, Draft.Kind.ANSWER, sending.text, sent=sending.files, **marks)
            if "waits" in request.POST and may_wait(ticket, now):
                hold_answer(ticket.pk, sending, person=request.user, by=acting(request), at=now)
                return ""  # the page shows it waiting, with what can be done
            send(ticket.pk, sending, by=acting(request), at=now)
        return _("La respuesta va en camino a %(name)s.") % {"name": ticket.contact.name}

    return carry_out(request, form, act, draft=Draft.Kind.ANSWER)
