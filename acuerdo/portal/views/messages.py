"""Writing in a case."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.customers.access import as_contact
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.portal.access import contact_in
from acuerdo.portal.actions.write import write
from acuerdo.portal.forms import MessageForm
from acuerdo.portal.views.case import page, visible
from acuerdo.portal.views.drafts import keep_refused


@require_POST
@customers_only
def create(request: SignedInRequest, number: int) -> HttpResponse:
    """Write; in a case that has ended for good, what is written opens another one, linked to it."""
    contact = contact_in(request)
    ticket = visible(contact, number)
    form = MessageForm(request.POST, request.FILES, ticket=ticket)
    if not form.is_valid():
        keep_refused(request, form)
        return page(request, ticket, contact, message_form=form, status=422)
    said = form.cleaned_data
    sent = {"once": said["once"], "files": form.stored(), "drafted": said["drafted"], "shown": said["shown"]}
    there = write(ticket, contact, said["text"], **sent, by=as_contact(contact, request), at=timezone.now())
    if there.pk == ticket.pk:
        messages.success(request, _("Recibimos su mensaje."))
    else:
        words = _("El caso %(before)s ya había terminado. Con su mensaje abrimos el %(number)s, unido a él.")
        messages.success(request, words % {"before": ticket.number, "number": there.number})
    return HttpResponse(status=303, headers={"Location": reverse("portal:case", args=[there.number])})
