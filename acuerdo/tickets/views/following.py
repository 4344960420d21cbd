"""Following a case, and putting the customer's people in copy."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.customers.models import Contact
from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.follow import follow, unfollow
from acuerdo.tickets.forms import CopyForm
from acuerdo.tickets.views.case import back, found
from acuerdo.tickets.views.verb import verb


def put_in_copy(request: SignedInRequest, form: CopyForm) -> str:
    """Let one of the customer's people have copies."""
    contact = Contact.objects.get(pk=form.cleaned_data["contact"])
    follow(form.ticket.pk, contact, by=acting(request), at=timezone.now())
    return _("%(name)s recibirá copia de las respuestas y de la solución.") % {"name": contact.name}


copy = verb(CopyForm, put_in_copy)


@require_POST
@needs(WORK)
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Follow it oneself, or no more; with `contact` let that one have no more copies."""
    ticket = found(request, number)
    by, at = acting(request), timezone.now()
    contact = request.POST.get("contact", "")
    if contact.isdecimal() and len(contact) < 10:  # noqa: PLR2004  fits the column
        # Of its customer too: perhaps somebody was quicker, and it is as it was asked for.
        whose = Q(watched__ticket=ticket) | Q(organisation=ticket.organisation, organisation__isnull=False)
        copied = get_object_or_404(Contact.objects.filter(whose).distinct(), pk=int(contact))
        unfollow(ticket.pk, copied, by=by, at=at)
        messages.success(request, _("%(name)s ya no recibe copias.") % {"name": copied.name})
    elif "ends" in request.POST:
        unfollow(ticket.pk, request.user, by=by, at=at)
        messages.success(request, _("Ya no sigue este caso."))
    else:
        follow(ticket.pk, request.user, by=by, at=at)
        messages.success(request, _("Sigue este caso: le contaremos de sus respuestas y de su solución."))
    return back(request, ticket)
