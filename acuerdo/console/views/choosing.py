"""Choosing the columns of the queue: which, in which order, and whether a case is previewed beside it."""

from collections.abc import Container, Sequence
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.console.queries import View
from acuerdo.console.views.columns import SUBJECT, chosen, offered, shows_peek, usual
from acuerdo.console.views.rail import rail
from acuerdo.console.views.saved import to_queue
from acuerdo.people.access import READ, SignedInRequest, needs
from acuerdo.people.actions.look_at_queue import look_at_queue

#: What a press of a button moves a column by.
STEPS = {"sube": -1, "baja": 1}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(READ)
def columns(request: SignedInRequest) -> HttpResponse:
    """Show them all, those chosen first and in their order; keep them, for this view if it carries its own, else for the person."""
    view, known = View.of(request.GET), offered(agreement_of(current_version()))
    if request.method == "POST":
        ticked, order, peek = said_in(request.POST, known), [*request.POST.getlist("orden")], "vistazo" in request.POST
        if not any(name in request.POST for name in STEPS):
            return kept(request, view, () if "resumen" in request.POST else ticked, peek=peek)
        order = moved([name for name in dict.fromkeys(order) if name in known], request.POST)
    else:
        ticked, peek = list(chosen(request.user, view) or usual(agreement_of(current_version()))), shows_peek(request.user)
        order = [name for name in ticked if name in known]
    order += [name for name in known if name not in order]
    lines = [(known[name], name in ticked or name == SUBJECT) for name in order]
    return render(request, "console/columns.html", {"view": view, "lines": lines, "peek": peek, **rail(request.user, "")})


def said_in(said: QueryDict, known: Container[str]) -> list[str]:
    """Give the known ones that are ticked, in the order in which the form has them."""
    return [name for name in dict.fromkeys(said.getlist("columna")) if name in known]


def moved(order: list[str], said: QueryDict) -> list[str]:
    """Move one by a place; at an end it stays."""
    for step, by in STEPS.items():
        name = said.get(step, "")
        if name in order:
            at = order.index(name)
            to = min(max(at + by, 0), len(order) - 1)
            order.insert(to, order.pop(at))
    return order


def kept(request: SignedInRequest, view: View, names: Sequence[str], *, peek: bool) -> HttpResponse:
    """Keep them and go back to the queue."""
    if names and SUBJECT not in names:
        names = [SUBJECT, *names]
    if view.columns:
        own = tuple(str(name) for name in request.user.queue.get("columns", ()))
        look_at_queue(request.user.pk, columns=own, peek=peek)
        return to_queue(replace(view, columns=tuple(names)).query)
    look_at_queue(request.user.pk, columns=names, peek=peek)
    messages.success(request, _("Columnas guardadas: así verá la cola de ahora en adelante."))
    return to_queue(view.query)
