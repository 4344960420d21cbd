"""The queue: open cases in the order in which they cannot wait."""

from dataclasses import replace
from datetime import UTC

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acuerdo.console.queries import GROUPS, Cursor, View, agreements_of, capped, cases_of, clocks_of, page_of
from acuerdo.console.views.here import present_at
from acuerdo.console.views.news import newest, stamp
from acuerdo.console.views.rail import rail, shown
from acuerdo.console.views.rows import bands, row
from acuerdo.console.wording import band
from acuerdo.core.tickets import Place
from acuerdo.people.access import READ, WORK, SignedInRequest, may, needs
from acuerdo.people.queries import staff


@require_safe
@needs(READ)
def queue(request: SignedInRequest) -> HttpResponse:
    """Show a page of the queue, in the view that the address names."""
    now = timezone.now().astimezone(UTC)
    view = View.of(request.GET)
    cases = cases_of(request.user, view)
    after = Cursor.read(request.GET.get("tras", ""))
    page, following = page_of(cases, after)
    if view.words.removeprefix("#").isdecimal() and len(page) == 1:
        return redirect("console:case", page[0].number)
    clocks, agreements = clocks_of(page), agreements_of(page)
    here = present_at(page, request.user, now)
    rows = [
        (Place(t.place), replace(row(t, clocks[t.pk], agreements[t.manual_id], request.user, now), here=here.get(t.pk, ""))) for t in page
    ]
    context = {
        "view": view,
        "bands": bands(rows, whole_start=after is None, whole_end=following is None),
        "following": view.with_(tras=str(following)) if following else "",
        "total": shown(len(page) if after is None and following is None else capped(cases)[0]),
        "choices_whose": whose_choices(view),
        "choices_group": group_choices(view),
        "people": staff() if may(request.user, WORK) else [],
        "stamp": stamp(page),
        "newest": newest(),
        "now": now,
        **rail(request.user, view.whose if not view.group else ""),
    }
    return render(request, "console/queue.html", context)


def whose_choices(view: View) -> list[tuple[str, str, bool]]:
    """Offer whose cases to look at: words, address, chosen."""
    words = {"todos": _("Todos los casos"), "mios": _("Mis casos"), "nivel": _("Los de mi nivel"), "nadie": _("Sin responsable")}
    return [(said, view.with_(de=name), view.whose == name) for name, said in words.items()]


def group_choices(view: View) -> list[tuple[str, str, bool]]:
    """Offer which of the open ones to look at."""
    groups = [(band(place)[0], view.with_(grupo=name), view.group == name) for name, place in GROUPS.items()]
    return [(_("Abiertos"), view.with_(grupo=""), not view.group), *groups]
