"""A customer's open cases, for the customer's page in the administration, which knows no cases."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from acuerdo.console.queries import COUNTED, ENDED, agreements_of, clocks_of, lines_of
from acuerdo.console.views.chips import chip
from acuerdo.console.views.rail import shown
from acuerdo.people.access import ADMINISTER, SignedInRequest, needs
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import visible_to

SHOWN = 8


@require_safe
@needs(ADMINISTER)
def of_organisation(request: SignedInRequest, pk: int) -> HttpResponse:
    """The most pressing, and how many there are."""
    found = visible_to(request.user).filter(organisation=pk).exclude(status__in=ENDED)
    first = lines_of(found.order_by("place", "place_key", "number")[:SHOWN])
    clocks, agreements, now = clocks_of(first), agreements_of(first), timezone.now()
    rows = [(one, chip(one, clocks[one.pk], agreements[one.manual_id], now)) for one in first]
    count = found[: COUNTED + 1].count()
    return render(request, "console/_customer_cases.html", {"rows": rows, "count": shown(count), "more": count > SHOWN})


@require_safe
@needs(ADMINISTER)
def of_contract(request: SignedInRequest, pk: int) -> HttpResponse:
    """How many open cases stay on the terms that they were opened with."""
    count = Ticket.objects.filter(contract=pk).exclude(status__in=ENDED)[: COUNTED + 1].count()
    return render(request, "console/_contract_cases.html", {"count": count, "many": shown(count)})
