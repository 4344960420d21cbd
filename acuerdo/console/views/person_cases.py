"""A person's open cases, for their page in the administration: how many, and passing them on when they leave."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from acuerdo.console.queries import COUNTED, ENDED
from acuerdo.console.views.rail import shown
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs
from acuerdo.people.models import Person, Role
from acuerdo.people.queries import staff
from acuerdo.tickets.actions.assign import CannotHaveCases, assign
from acuerdo.tickets.models import Ticket

#: Passed on by one press of the button; what is left is said.
AT_ONCE = 200


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def of_person(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say how many cases they have open; a POST passes them to somebody, or to nobody."""
    person = get_object_or_404(Person.objects.exclude(role=Role.CUSTOMER), pk=pk)
    theirs = Ticket.objects.filter(assignee=person).exclude(status__in=ENDED).order_by("place", "place_key", "number")
    others = [one for one in staff() if one.pk != pk]
    if request.method == "POST":
        to = next((one for one in others if str(one.pk) == request.POST.get("to")), None)
        moved = pass_on(list(theirs.values_list("pk", flat=True)[:AT_ONCE]), to, request)
        said = ngettext("%(n)s caso pasó a %(to)s.", "%(n)s casos pasaron a %(to)s.", moved)
        messages.success(request, said % {"n": moved, "to": to.name if to else _("nadie")})
        return redirect("setup:person", pk)
    count = theirs[: COUNTED + 1].count()
    return render(request, "console/_person_cases.html", {"found": person, "count": count, "many": shown(count), "others": others})


def pass_on(cases: list[int], to: Person | None, request: SignedInRequest) -> int:
    """Give each to `to`, one transaction a case; one that ended meanwhile stays where it is."""
    by, at, moved = acting(request), timezone.now(), 0
    for case in cases:
        try:
            assign(case, to, by=by, at=at)
        except CannotHaveCases:
            continue
        moved += 1
    return moved
