"""The tasks that are one's own, or everybody's: what is due first stands first."""

from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from acuerdo.console.views.rail import rail
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.tickets.models import Task
from acuerdo.tickets.queries import visible_to

#: More open tasks than this are not shown on one page.
MOST = 200


@never_cache
@require_safe
@needs(READ)
def tasks(request: SignedInRequest) -> HttpResponse:
    """Show the open tasks of the cases that this person may see."""
    everybodys = "todas" in request.GET
    found = Task.objects.filter(done_at=None, ticket__in=visible_to(request.user))
    if not everybodys:
        found = found.filter(assignee=request.user)
    shown = found.select_related("ticket", "assignee").order_by(F("due_at").asc(nulls_last=True), "created_at", "pk")[:MOST]
    context = {"tasks": list(shown), "everybodys": everybodys, "now": timezone.now(), **rail(request.user, "tareas")}
    return render(request, "console/tasks.html", context)
