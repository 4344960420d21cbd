"""All doubts of contracts on one page: what would leave a case without a sure promise, before the case comes."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from acuerdo.agreements.queries import current_version
from acuerdo.customers.queries import doubts, of_nobody
from acuerdo.customers.wording import doubt, doubt_mended
from acuerdo.people.access import ADMINISTER, SignedInRequest, needs
from acuerdo.people.queries import day_of

#: Customers, and senders without one, shown at once; the rest is counted.
SHOWN = 200


@require_safe
@needs(ADMINISTER)
def doubtful(request: SignedInRequest) -> HttpResponse:
    """List them by what is in doubt, each with what to do."""
    found = doubts(current_version(), day_of(timezone.now()))
    alone = list(of_nobody()[: SHOWN + 1])
    kinds = dict.fromkeys(one.why for one in found)
    context = {
        "groups": [(doubt(why), doubt_mended(why), [one for one in found[:SHOWN] if one.why == why]) for why in kinds],
        "number": len(found),
        "unshown": max(0, len(found) - SHOWN),
        "alone": alone[:SHOWN],
    }
    return render(request, "customers/doubts.html", context)
