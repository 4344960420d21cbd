"""The customer's own checks of a common incident, ticked on the case's page (SGM-039, SGM-042)."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.core.errors import Refusal
from acuerdo.customers.access import as_contact
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.portal import wording
from acuerdo.portal.access import contact_in
from acuerdo.portal.views.case import visible
from acuerdo.tickets.actions.check_off import check_off


@require_POST
@customers_only
def tick(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """Say that a check was made, and what was found; or that it does not apply."""
    contact = contact_in(request)
    ticket = visible(contact, number)
    note, skipped = request.POST.get("note", ""), "skip" in request.POST
    try:
        check_off(ticket.pk, pk, note=note, skipped=skipped, contact=contact, by=as_contact(contact, request), at=timezone.now())
    except Refusal as refusal:
        messages.warning(request, wording.of(refusal))
    else:
        messages.success(request, _("Gracias. Quedó marcada."))
    return HttpResponse(status=303, headers={"Location": f"{reverse('portal:case', args=[number])}#verificaciones"})
