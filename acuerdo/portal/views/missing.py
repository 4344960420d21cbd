"""Completing what the desk gave a case back for."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.customers.access import as_contact
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.portal.access import contact_in
from acuerdo.portal.actions.complete import complete
from acuerdo.portal.forms import MissingForm
from acuerdo.portal.queries import answered_in, missing_in
from acuerdo.portal.views.case import page, visible
from acuerdo.portal.views.drafts import keep_refused
from acuerdo.tickets.queries import agreement_for


@require_POST
@customers_only
def create(request: SignedInRequest, number: int) -> HttpResponse:
    """Keep what is given; the case goes back to work, and the points are ticked."""
    contact = contact_in(request)
    ticket = visible(contact, number)
    agreement = agreement_for(ticket)
    needs = missing_in(ticket, agreement) or answered_in(request.POST, ticket, agreement)
    form = MissingForm(request.POST, request.FILES, ticket=ticket, needs=needs, reach=contact.email)
    if not form.is_valid():
        keep_refused(request, form)
        return page(request, ticket, contact, missing_form=form, status=422)
    there = complete(
        ticket,
        contact,
        form.cleaned_data,
        answers=form.answers,
        rest=form.rest,
        files=form.stored(),
        by=as_contact(contact, request),
        at=timezone.now(),
    )
    messages.success(request, _("Recibimos lo que faltaba. Su caso vuelve a estar en nuestras manos."))
    return HttpResponse(status=303, headers={"Location": reverse("portal:case", args=[there.number])})
