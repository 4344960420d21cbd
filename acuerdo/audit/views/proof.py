"""The proof of a case as a download: whole for the desk's people, and the customer's copy for whoever may see the case on their pages."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from acuerdo.audit.actions.prove import prove
from acuerdo.people.access import READ, SignedInRequest, acting, customers_only, needs
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import visible_to


@require_POST
@needs(READ)
def of_desk(request: SignedInRequest, number: int) -> HttpResponse:
    """With every event as it is stored."""
    return handed_out(request, number, customer=False)


@require_POST
@customers_only
def of_customer(request: SignedInRequest, number: int) -> HttpResponse:
    """The desk's own events as hashes only."""
    return handed_out(request, number, customer=True)


def handed_out(request: SignedInRequest, number: int, *, customer: bool) -> HttpResponse:
    """The archive. By POST, because taking it is recorded."""
    ticket: Ticket = get_object_or_404(visible_to(request.user).select_related("manual"), number=number)
    archive = prove(ticket, by=acting(request), at=timezone.now(), customer=customer)
    response = HttpResponse(archive, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="prueba-{number}.zip"'
    response["Cache-Control"] = "private, no-store"
    return response
