"""The queue: open cases in the order in which they cannot wait."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.console.queries import GONE, GROUPS, Page, View, agreements_of, capped, cases_of, chosen_facets, clocks_of, page_of
from acuerdo.console.queries.view import OF_THE_MANUAL
from acuerdo.console.queries.views import SAME, may_forget
from acuerdo.console.views.cells import Case
from acuerdo.console.views.columns import EFFORT, chosen, columns_of, shows_peek
from acuerdo.console.views.here import present_at
from acuerdo.console.views.news import stamp
from acuerdo.console.views.rail import place_of, rail, shown
from acuerdo.console.views.rows import Band, Row, bands, in_columns, row
from acuerdo.console.wording import band
from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Place
from acuerdo.people.access import READ, WORK, SignedInRequest, may, needs
from acuerdo.people.models import Person
from acuerdo.people.queries import named_staff
from acuerdo.tickets.models import SavedView

#: Each place of the queue by its number.
PLACES = {int(place): place for place in Place}


@never_cache
@require_safe
@needs(READ)
def queue(request: SignedInRequest) -> HttpResponse:
    """Show a page of the queue, in the view that the address names."""
    view = View.of(request.GET)
    now = view.seen_at.astimezone(UTC)
    wanted = chosen(request.user, view)
    page = page_of(request.user, view, request.GET.get("tras", ""), wanted)
    if view.words.removeprefix("#").isdecimal() and page.is_whole and len(page.cases) == 1:
        return redirect("console:case", page.cases[0].number)
    clocks, agreements = clocks_of(page.cases), agreements_of(page.cases)
    here = present_at(page.cases, request.user, now)
    columns = columns_of(wanted, agreements)
    rows = []
    for ticket in page.cases:
        agreement, its = agreements[ticket.manual_id], clocks[ticket.pk]
        one = row(ticket, its, agreement, request.user, now, here=here.get(ticket.pk, ""))
        rows.append((PLACES[ticket.place], in_columns(one, Case(ticket, its, agreement, now), columns) if columns else one))
    frame = rail(request.user, place_of(view))
    known = {"todos": frame["count_queue"], "mios": frame["count_mine"], "nadie": frame["count_nobody"]}.get(str(frame["here"]))
    context = {
        "view": view,
        "bands": found(rows, page) if view.words else bands(rows, whole_start="tras" not in request.GET, whole_end=not page.following),
        "following": view.with_(tras=page.following) if page.following else "",
        "total": str(len(page.cases)) if page.is_whole else known or shown(how_many(page, request.user, view)),
        "choices_whose": tuple(whose_choices(view)),
        "choices_group": with_ready(group_choices(view), ready_choices(view, agreements.values())),
        "columns": columns,
        "shows_peek": shows_peek(request.user),
        "chosen": [(one, view.without(one.name)) for one in chosen_facets(view, agreement_of(current_version()))] if view.chosen else [],
        "no_words": replace(view, words="").query,
        "kept": kept_as(request.user, view),
        "people": named_staff() if may(request.user, WORK) else [],
        "stamp": stamp(page.cases),
        "now": now,
        **frame,
    }
    return render(request, "console/queue.html", context)


def how_many(page: Page, person: Person, view: View) -> int:
    """Count the cases of a view, no further than anybody reads."""
    if page.found is not None:
        return page.found
    cases = cases_of(person, view)
    return capped(cases.order_by() if view.ended else cases)[0]


def with_ready(groups: list[tuple[str, str, bool]], ready: list[tuple[str, str, bool]]) -> tuple[tuple[str, str, bool], ...]:
    """Offer both; the head says one of them only."""
    is_ready = any(on for _words, _query, on in ready)
    return (*((words, query, on and not is_ready) for words, query, on in groups), *ready)


def ready_choices(view: View, agreements: Iterable[Agreement]) -> list[tuple[str, str, bool]]:
    """Offer what a manual of these cases wants looked at apart: what is little work and is done at once (SGM-044, SGM-A14)."""
    quick = {f"{OF_THE_MANUAL}{EFFORT}": (next(iter(one.fields[EFFORT].values)),) for one in agreements if EFFORT in one.fields}
    ready = tuple(quick.items())
    return [(_("Poco esfuerzo: de inmediato"), View(chosen=ready, columns=view.columns).query, view.chosen == ready)] if ready else []


def found(rows: Sequence[tuple[Place, Row]], page: Page) -> tuple[Band, ...]:
    """Stand what was found in one band, the likeliest first."""
    if not rows:
        return ()
    hint = _("los más probables primero; los abiertos antes que los terminados")
    return (Band(_("Encontrados"), hint, tuple(row for _place, row in rows), len(rows) if page.is_whole else None),)


def kept_as(person: Person, view: View) -> SavedView | None:
    """Give the saved view that is being looked at, if it is one that this person may let go."""
    if not view.query:
        return None
    return next((one for one in SAME(person=person.pk, query=view.query) if may_forget(person, one)), None)


def whose_choices(view: View) -> list[tuple[str, str, bool]]:
    """Offer whose cases to look at: words, address, chosen."""
    words = {"todos": _("Todos los casos"), "mios": _("Mis casos"), "nivel": _("Los de mi nivel"), "nadie": _("Sin responsable")}
    return [(said, view.with_(de=name), view.whose == name) for name, said in words.items()]


def group_choices(view: View) -> list[tuple[str, str, bool]]:
    """Offer which of the open ones to look at."""
    groups = [(band(place)[0], view.with_(grupo=name), view.group == name) for name, place in GROUPS.items()]
    every = _("Abiertos y terminados") if view.words else _("Abiertos")
    return [(every, view.with_(grupo=""), not view.group), *groups, (_("Terminados"), view.with_(grupo=GONE), view.ended)]
