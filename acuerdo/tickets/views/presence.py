"""A heartbeat of an open case."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from acuerdo.notifications.actions.read import read
from acuerdo.people.access import WORK, SignedInRequest, needs
from acuerdo.tickets.actions.be_present import GONE, be_present
from acuerdo.tickets.models import Presence


@require_POST
@needs(WORK)
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Say that this person looks at it, answers it, or has gone; whoever says nothing of the kind looks."""
    said = request.POST.get("doing", "")
    doing = said if said in {GONE, *Presence.Doing.values} else Presence.Doing.VIEWING.value
    if not be_present(number, doing, person=request.user, at=timezone.now()):
        raise Http404
    if doing != GONE:  # whoever looks at a case need not be told to
        read(request.user, at=timezone.now(), url=reverse("console:case", args=[number]))
    return HttpResponse(status=204)
