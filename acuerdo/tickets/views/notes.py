"""Writing an internal note."""

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.carry import carry
from acuerdo.tickets.actions.draft import forget
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.forms import NoteForm
from acuerdo.tickets.models import Draft
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.views.case import carry_out, found


@require_POST
@needs(WORK)
def create(request: SignedInRequest, number: int) -> HttpResponse:
    """Keep a note that the customer never sees."""
    ticket = found(request, number)
    form = NoteForm(request.POST, request.FILES, ticket=ticket, agreement=agreement_for(ticket))

    def act() -> str:
        files = form.stored()  # a refusal does not lose them
        with transaction.atomic():
            note(ticket.pk, form.cleaned_data["text"], files=files, by=acting(request), at=timezone.now())
            carry(ticket.pk, form.carried, by=acting(request), at=timezone.now())
            marks = {"shown": form.data.get("shown"), "returned": form.data.get("returned", "")}
            forget(request.user, ticket, Draft.Kind.NOTE, form.cleaned_data["text"], sent=files, **marks)
        return _("Nota guardada. El cliente no la ve.")

    return carry_out(request, form, act, draft=Draft.Kind.NOTE)
