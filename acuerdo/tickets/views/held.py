"""An answer that waits to leave: taking it back, or letting it go at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.people.access import WORK, SignedInRequest, needs
from acuerdo.tickets.actions.hold_answer import leave, take_back
from acuerdo.tickets.models import Draft, HeldAnswer
from acuerdo.tickets.views.case import back, found


@require_POST
@needs(WORK)
def update(request: SignedInRequest, number: int, pk: int) -> HttpResponse:
    """With `now` it leaves, else it comes back to the draft; one's own only. The second click finds it done and says so."""
    ticket = found(request, number)
    if "now" in request.POST:
        mine = HeldAnswer.objects.filter(pk=pk, ticket=ticket, person=request.user).exists()
        gone = mine and leave(pk, at=timezone.now())
        if "quiet" in request.POST:  # the page counted its seconds down
            came_back = not gone and Draft.objects.filter(person=request.user, ticket=ticket, kind=Draft.Kind.RETURNED).exists()
            return HttpResponse(status=409 if came_back else 204)
        if gone:
            messages.success(request, _("La respuesta va en camino a %(name)s.") % {"name": ticket.contact.name})
    elif HeldAnswer.objects.filter(pk=pk, ticket=ticket).exists() and take_back(pk, person=request.user, at=timezone.now()):
        messages.success(request, _("No se envió. Su texto está otra vez en el cuadro."))
    else:
        messages.error(request, _("Esa respuesta ya no se puede deshacer: ya salió, o volvió a su borrador."))
    return back(request, ticket)
