"""What a customer asks for besides writing: to escalate, to have a closing or times looked at again, to agree to close."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from acuerdo.core.errors import Refusal
from acuerdo.customers.access import as_contact
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import match_sender
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.portal import wording
from acuerdo.portal.access import contact_in
from acuerdo.portal.views.case import visible
from acuerdo.tickets.access import read_accord_token
from acuerdo.tickets.actions.accord import answer_accord
from acuerdo.tickets.actions.ask_escalation import ask_escalation
from acuerdo.tickets.actions.objection import object_to
from acuerdo.tickets.models import Accord, Objection, Ticket
from acuerdo.tickets.queries import agreement_for, asked_to_escalate, may_ask_to_escalate

LONGEST_TEXT = 50_000


@dataclass(frozen=True)
class Asking:
    """A page with one question: its words, and the choices before the text where there are some."""

    title: str
    hint: str
    label: str
    button: str
    choices: tuple[tuple[str, str], ...] = ()
    over: bool = False


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@customers_only
def escalation(request: SignedInRequest, number: int) -> HttpResponse:
    """Ask to escalate; who has not the right by the manual finds nothing here, and one request at a time waits."""
    contact = contact_in(request)
    ticket = visible(contact, number)
    if not may_ask_to_escalate(ticket, contact):
        raise Http404
    if request.method != "POST" and asked_to_escalate(ticket):
        messages.info(request, _("Ya pidió que escalemos este caso y lo estamos revisando. Si hay algo nuevo, escríbalo aquí."))
        return redirect("portal:case", ticket.number)
    asking = Asking(
        _("Pedir que escalemos el caso"),
        _("Le llega ahora mismo a quien dirige el servicio y a quien atiende el caso; le respondemos por aquí."),
        _("¿Por qué hay que escalarlo?"),
        _("Pedir el escalamiento"),
    )

    def act(text: str, _choice: str) -> None:
        match, by = match_sender(contact.email, timezone.localdate()), as_contact(contact, request)
        ask_escalation(ticket.pk, text, contact=contact, match=match, by=by, at=timezone.now())

    return asked(request, ticket, asking, act, _("Gracias. Avisamos a quien dirige el servicio."))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@customers_only
def objection(request: SignedInRequest, number: int) -> HttpResponse:
    """Object to the closing, or to the times as they are recorded."""
    contact = contact_in(request)
    ticket = visible(contact, number)
    about = [one for one in Objection.About if not (one == Objection.About.CLOSING and ticket.is_open)]
    asking = Asking(
        _("No estoy de acuerdo"),
        _("Una persona lo revisa y le responde con la decisión y su motivo. Todo queda en el registro del caso."),
        _("¿Con qué no está de acuerdo, y por qué?"),
        _("Enviar la objeción"),
        tuple((one.value, str(one.label)) for one in about),
    )

    def act(text: str, choice: str) -> None:
        object_to(ticket.pk, choice or about[0], text, contact=contact, by=as_contact(contact, request), at=timezone.now())

    return asked(request, ticket, asking, act, _("Gracias. Lo revisamos y le respondemos."))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accord_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Agree to close, or not, from the mail. GET only asks: mail scanners follow links."""
    read = read_accord_token(token)
    accord = Accord.objects.select_related("ticket__manual", "ticket__contact", "person").filter(pk=read[0]).first() if read else None
    contact = Contact.objects.filter(pk=read[1]).first() if read else None
    if accord is None or contact is None:
        return render(request, "portal/decide_over.html", status=410)
    asking = Asking(
        _("¿Está de acuerdo con cerrar el caso?"),
        accord.text,
        _("Si quiere, díganos algo"),
        _("Enviar la respuesta"),
        (("si", _("Sí, estoy de acuerdo")), ("no", _("No estoy de acuerdo"))),
        over=accord.answered_at is not None,
    )
    by = as_contact(contact, request)

    def act(text: str, choice: str) -> None:
        answer_accord(accord.pk, agreed=choice == "si", answer=text, contact=contact, channel="web", by=by, at=timezone.now())

    return asked(request, accord.ticket, asking, act, "", back=request.path, context={"accord": accord})


def asked(
    request: HttpRequest,
    ticket: Ticket,
    asking: Asking,
    act: Callable[[str, str], None],
    thanks: str,
    *,
    back: str = "",
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show the question, or do what was answered; a refusal comes back with what was typed."""
    text, choice, refusal = request.POST.get("text", "")[:LONGEST_TEXT], request.POST.get("choice", ""), ""
    if request.method == "POST":
        try:
            if asking.choices and choice not in dict(asking.choices):
                refusal = _("Elija una de las respuestas.")
            else:
                act(text, choice)
        except Refusal as reason:
            refusal = (
                wording.of(reason) if reason.code != "tickets.reason_missing" else _("Escriba el motivo: queda en el registro del caso.")
            )
        if not refusal:
            if thanks:
                messages.success(request, thanks)
            return HttpResponse(status=303, headers={"Location": back or reverse("portal:case", args=[ticket.number])})
    shown = {"ticket": ticket, "asking": asking, "text": text, "choice": choice, "refusal": refusal, "agreement": agreement_for(ticket)}
    return render(request, "portal/asking.html", {**shown, **(context or {})}, status=422 if refusal else 200)
