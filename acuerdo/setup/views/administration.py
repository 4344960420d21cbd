"""The front page of the administration: in a new desk the way to the first answered mail, later what there is to look after."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from acuerdo.channels.mail.access import shows_mailbox
from acuerdo.desks.queries import desk_of, mailbox_of
from acuerdo.people.access import ADMINISTER, AUDIT, SignedInRequest, acting, may, needs
from acuerdo.setup.actions.take_step import take_step
from acuerdo.setup.queries import SAID, STEPS, guide_of

#: In a session: whoever follows the guide finds the way back to it on the pages that its steps lead to.
GUIDED = "guided"


@require_safe
@needs(AUDIT)
def front(request: SignedInRequest) -> HttpResponse:
    """Show it; the guide to those who can follow it."""
    desk = desk_of(request)
    guide = guide_of(desk) if may(request.user, ADMINISTER) else []
    if not guide:
        request.session.pop(GUIDED, None)
    elif GUIDED not in request.session:
        request.session[GUIDED] = True
    context = {
        "guide": guide,
        "done": sum(step.done or step.skipped for step in guide),
        "mailbox": mailbox_of(desk) if guide else "",
        "opens": shows_mailbox(request),
    }
    return render(request, "setup/administration.html", context)


@require_POST
@needs(ADMINISTER)
def step(request: SignedInRequest) -> HttpResponse:
    """Tick a step off (`hecho`), put one aside (`despues`), or all that are left (`todo`)."""
    desk, by, at = desk_of(request), acting(request), timezone.now()
    done, later = request.POST.get("hecho", ""), request.POST.get("despues", "")
    if done in SAID:
        take_step(desk, done, skipped=False, by=by, at=at)
    elif later in STEPS:
        take_step(desk, later, skipped=True, by=by, at=at)
    elif "todo" in request.POST:
        for each in guide_of(desk):
            if not (each.done or each.skipped):
                take_step(desk, each.name, skipped=True, by=by, at=at)
    return redirect("setup:administration")
