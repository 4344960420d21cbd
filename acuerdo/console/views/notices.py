"""What a person was told."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from acuerdo.console.views.rail import rail
from acuerdo.notifications.actions.read import read
from acuerdo.notifications.models import Notice
from acuerdo.people.access import READ, SignedInRequest, needs

SHOWN = 100


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@needs(READ)
def notices(request: SignedInRequest) -> HttpResponse:
    """Show one's own notices, the newest first; a POST says that they are read."""
    mine = Notice.objects.filter(person=request.user)
    if request.method == "POST":
        read(request.user, at=timezone.now())
        return redirect("console:notices")
    found = list(mine.order_by("-created_at", "-pk")[:SHOWN])
    context = {"notices": found, "unread": any(n.read_at is None for n in found), **rail(request.user, "avisos")}
    return render(request, "console/notices.html", context)
