"""Saying how cases belong together, and taking it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.tickets.actions.link import link, set_parent, unlink
from acuerdo.tickets.forms import LinkForm
from acuerdo.tickets.forms.many import CHILD, PARENT
from acuerdo.tickets.models import Link
from acuerdo.tickets.views.case import back, found, with_way
from acuerdo.tickets.views.verb import verb


def tie(request: SignedInRequest, form: LinkForm) -> str:
    """Link both, or put one under the other."""
    ticket, other, kind = form.ticket, form.cleaned_data["other"], form.cleaned_data["kind"]
    by, at = acting(request), timezone.now()
    if kind == CHILD:
        set_parent(ticket.pk, other.pk, by=by, at=at)
    elif kind == PARENT:
        set_parent(other.pk, ticket.pk, by=by, at=at)
    else:
        link(ticket.pk, other.pk, Link.Kind(kind.removeprefix("-")), inverse=kind.startswith("-"), by=by, at=at)
    return with_way(_("El caso quedó vinculado al #%(number)s.") % {"number": other.number}, request, other)


update = verb(LinkForm, tie)


@require_POST
@needs(WORK)
def remove(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """Take a link of this case away; `pk` 0 is its parent."""
    ticket = found(request, number)
    if pk == 0:
        set_parent(ticket.pk, None, by=acting(request), at=timezone.now())
    else:
        of_case = Link.objects.filter(source=ticket) | Link.objects.filter(target=ticket)
        unlink(get_object_or_404(of_case, pk=pk).pk, by=acting(request), at=timezone.now())
    messages.success(request, _("El vínculo ya no está. El registro de los dos casos conserva que estuvo."))
    return back(request, ticket)
