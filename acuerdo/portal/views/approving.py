"""The customer's answer to a proposal or a quote: on the case's page, or by the link of a mail without signing in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from acuerdo.customers.access import as_contact
from acuerdo.customers.models import Contact
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.portal.access import contact_in
from acuerdo.portal.views.asking import Asking, asked
from acuerdo.portal.views.case import visible
from acuerdo.tickets.access import read_approval_token
from acuerdo.tickets.actions.approve import decide_approval
from acuerdo.tickets.models import Approval


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@customers_only
def decide(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """Answer on the page, signed in."""
    contact = contact_in(request)
    ticket = visible(contact, number)
    approval = ticket.approvals.exclude(kind=Approval.Kind.COMMITTEE).filter(pk=pk).first()
    if approval is None:
        raise Http404
    return ask(request, approval, contact, back=reverse("portal:case", args=[number]))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Answer from the mail. GET only asks: mail scanners follow links. Once answered, the link says so."""
    read = read_approval_token(token)
    approval = Approval.objects.select_related("ticket__manual", "ticket__contact").filter(pk=read[0]).first() if read else None
    contact = Contact.objects.filter(pk=read[1]).first() if read else None
    if approval is None or contact is None or not approval.is_the_customers:
        return render(request, "portal/decide_over.html", status=410)
    return ask(request, approval, contact, back=request.path)


def ask(request: HttpRequest, approval: Approval, contact: Contact, *, back: str) -> HttpResponse:
    """The question with its words and amount, or the answer."""
    asking = Asking(
        _("¿Aprueba esta propuesta?"),
        f"{approval.text}\n\n{approval.amount}".strip(),
        _("Motivo (necesario si no la aprueba)"),
        _("Enviar la respuesta"),
        (("si", _("Sí, la apruebo")), ("no", _("No la apruebo"))),
        over=not approval.is_pending,
    )
    by = as_contact(contact, request)

    def act(text: str, choice: str) -> None:
        decision = Approval.Decision.APPROVED if choice == "si" else Approval.Decision.REJECTED
        decide_approval(approval.pk, decision, reason=text, contact=contact, by=by, at=timezone.now())

    thanks = _("Gracias. Registramos su respuesta.")
    return asked(request, approval.ticket, asking, act, thanks if back != request.path else "", back=back, context={"approval": approval})
