"""An authorised contact confirms a case that somebody else of theirs reported (DIG-005)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.customers.access import as_contact
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.portal.access import contact_in, may_confirm
from acuerdo.portal.views.case import visible
from acuerdo.tickets.actions.confirm_report import NothingToConfirm, confirm_report


@require_POST
@customers_only
def create(request: SignedInRequest, number: int) -> HttpResponse:
    """Confirm it; somebody who may not report cannot confirm either."""
    contact = contact_in(request)
    ticket = visible(contact, number)
    if not may_confirm(contact, ticket):
        raise PermissionDenied
    try:
        confirm_report(ticket.pk, by=as_contact(contact, request), at=timezone.now())
        messages.success(request, _("Gracias: el caso queda confirmado."))
    except NothingToConfirm:
        messages.info(request, _("El caso ya estaba confirmado."))
    return HttpResponse(status=303, headers={"Location": reverse("portal:case", args=[number])})
