"""Rating from the closing mail, without signing in: a GET changes nothing, mail scanners follow links."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.core.errors import Refusal
from acuerdo.customers.access import as_contact
from acuerdo.customers.models import Contact
from acuerdo.satisfaction import wording
from acuerdo.satisfaction.access import Invitation, read_survey_token
from acuerdo.satisfaction.actions.rate import rate
from acuerdo.satisfaction.queries import rating_of, survey_of
from acuerdo.tickets.models import Ticket

LONGEST_COMMENT = 4000


@never_cache
@require_safe
def clicked(request: HttpRequest, token: str, value: str) -> HttpResponse:
    """The face clicked in the mail: the page's script posts it at once; without script one button does."""
    invitation = read_survey_token(token)
    ticket = ticket_of(invitation)
    if invitation is None or ticket is None:
        return over(request)
    asked = survey_of(ticket)
    if asked is None or value not in asked.faces:
        return over(request)
    given = rating_of(ticket, invitation.closing)
    if given and (given.value == value or given.comment):
        return redirect("satisfaction:survey", token)
    return page(request, ticket, invitation, token, chosen=value)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: HttpRequest, token: str) -> HttpResponse:
    """Record a face, and afterwards the comment; show what was recorded."""
    invitation = read_survey_token(token)
    ticket = ticket_of(invitation)
    if invitation is None or ticket is None or survey_of(ticket) is None:
        return over(request)
    if request.method != "POST":
        return page(request, ticket, invitation, token)
    contact = get_object_or_404(Contact, pk=invitation.contact)
    value, comment = request.POST.get("value", ""), request.POST.get("comment", "")[:LONGEST_COMMENT]
    try:
        rate(ticket.pk, invitation.closing, value, comment=comment, by=as_contact(contact, request), at=timezone.now())
    except Refusal as refusal:
        return page(request, ticket, invitation, token, refusal=wording.of(refusal), said=comment, status=422)
    return HttpResponse(status=303, headers={"Location": request.path})


def page(
    request: HttpRequest,
    ticket: Ticket,
    invitation: Invitation,
    token: str,
    *,
    chosen: str = "",
    refusal: str = "",
    said: str = "",
    status: int = 200,
) -> HttpResponse:
    """The survey as it stands."""
    rating = rating_of(ticket, invitation.closing)
    context = {
        "ticket": ticket,
        "survey": survey_of(ticket),
        "rating": rating,
        "picked": chosen or (rating.value if rating else ""),
        "token": token,
        "chosen": chosen,
        "refusal": refusal,
        "said": said,
    }
    return render(request, "satisfaction/survey.html", context, status=status)


def over(request: HttpRequest) -> HttpResponse:
    """The link is false, old, or of another desk."""
    return render(request, "satisfaction/over.html", status=410)


def ticket_of(invitation: Invitation | None) -> Ticket | None:
    """The case of a link."""
    return Ticket.objects.select_related("manual").filter(pk=invitation.ticket).first() if invitation else None
