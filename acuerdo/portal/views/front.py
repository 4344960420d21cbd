"""The front page of a desk: how to report, where one's cases are, and what the desk has promised. Open to all."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.desks.queries import current_desk, mailbox_of
from acuerdo.portal.views.published import hours_of, next_holiday, times_of
from acuerdo.tickets.models import Contingency

#: What a manual calls complaints and praise, which nobody needs a contract for (DIG-011).
PQRSF = "pqrsf"


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What anyone may know of a desk."""
    now = timezone.now()
    version = current_version()
    agreement = agreement_of(version)
    mailbox = mailbox_of(current_desk())
    public = [kind for kind in agreement.types.values() if kind.public]
    context = {
        "now": now,
        "mailbox": mailbox,
        "mailbox_parts": mailbox.partition("@"),
        "agreement": agreement,
        "version": version,
        "hours": hours_of(agreement, now),
        "holiday": next_holiday(agreement, now),
        "tables": times_of(agreement),
        "public_types": public,
        "public_report": any(kind.id != PQRSF for kind in public),
        "contingency": Contingency.objects.filter(is_over=False).first(),
        "ways": [way for way in agreement.channels.values() if way.contingency],
    }
    return render(request, "portal/front.html", context)
