"""The desk on a big screen: a few great numbers and what is due next, to be read from across a room. No customer is named unless asked."""

from datetime import UTC

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from acuerdo.console.queries import agreements_of, clocks_of
from acuerdo.console.queries.board import figures
from acuerdo.console.queries.due import next_due
from acuerdo.console.views.rail import shown
from acuerdo.console.views.rows import row
from acuerdo.console.views.supervision import figures_of, soon_after
from acuerdo.people.access import AUDIT, OVERSEE, SignedInRequest, needs


@require_safe
@needs(OVERSEE, AUDIT)
def wall(request: SignedInRequest) -> HttpResponse:
    """Show it; `clientes` names the customers and what their cases are about."""
    now = timezone.now().astimezone(UTC)
    counts = figures(now, soon_after(now))
    cases = next_due()
    clocks, agreements = clocks_of(cases), agreements_of(cases)
    context = {
        "now": now,
        "figures": figures_of(counts, now, shown(counts["nobody"])),
        "rows": [row(case, clocks[case.pk], agreements[case.manual_id], request.user, now) for case in cases],
        "named": "clientes" in request.GET,
    }
    return render(request, "console/wall.html", context)
