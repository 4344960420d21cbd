"""Keeping the view one looks at under a name, and letting one go."""

from dataclasses import replace

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from acuerdo.console.queries import View
from acuerdo.console.queries.views import may_forget, views_of
from acuerdo.console.views.columns import chosen
from acuerdo.console.views.rail import rail
from acuerdo.people.access import OVERSEE, READ, SignedInRequest, may, needs
from acuerdo.people.models import Team
from acuerdo.tickets import wording
from acuerdo.tickets.actions.keep_view import CannotKeepView, change_view, forget_view, keep_view
from acuerdo.tickets.models import SavedView

OF_DESK = "mesa"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(READ)
def keep(request: SignedInRequest) -> HttpResponse:
    """Ask for a name and for whom; keep it, or say why not. Under a name that is taken it can be put in the place of what is there."""
    view, refusal, taken = View.of(request.GET), "", None
    teams = Team.objects.filter(members=request.user).order_by("name")
    if request.method == "POST":
        view = replace(view, columns=chosen(request.user, view) if "columnas" in request.POST else ())
        try:
            return kept(request, put(request, view, teams))
        except CannotKeepView as reason:
            refusal, taken = wording.of(reason), reason.taken
    context = {"view": view, "teams": teams, "may_oversee": may(request.user, OVERSEE), "refusal": refusal, "said": request.POST}
    context |= {"has_columns": bool(chosen(request.user, view)), "taken": taken if taken and may_forget(request.user, taken) else None}
    return render(request, "console/keep_view.html", {**context, **rail(request.user, "")}, status=422 if refusal else 200)


def put(request: SignedInRequest, view: View, teams: QuerySet[Team]) -> SavedView:
    """Keep it under the name that was said, or in the place of the view of that name which the form said to change."""
    name, whose = (request.POST.get(each, "") for each in ("nombre", "para"))
    of_desk = whose == OF_DESK and may(request.user, OVERSEE)
    try:
        return keep_view(name, view.query, person=request.user, team=teams.filter(slug=whose).first(), of_desk=of_desk)
    except CannotKeepView as reason:
        if reason.taken and request.POST.get("cambia") == str(reason.taken.pk) and may_forget(request.user, reason.taken):
            return change_view(reason.taken, view.query)
        raise


def kept(request: SignedInRequest, view: SavedView) -> HttpResponse:
    """Say where it is, and show it."""
    messages.success(request, _("Vista «%(name)s» guardada. La encuentra en «Vistas».") % {"name": view.name})
    return to_queue(view.query)


@require_POST
@needs(READ)
def forget(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take away a view of one's own, or one that one may; the cases stay in sight, and the notice brings it back."""
    view = get_object_or_404(views_of(request.user), pk=pk)
    if not may_forget(request.user, view):
        messages.error(request, _("Esa vista es de otras personas: pida a quien la guardó que la quite."))
        return to_queue("")
    forget_view(view)
    words = _("Vista «%(name)s» quitada. Los casos siguen donde estaban.") % {"name": view.name}
    whose = view.team.slug if view.team else "" if view.person_id else OF_DESK
    said = {"view": view, "whose": whose, "csrf_token": get_token(request)}
    messages.success(request, format_html("{}{}", words, render_to_string("console/view_again.html", said)))
    return to_queue(view.query)


def to_queue(query: str) -> HttpResponse:
    """Go to the queue in a view."""
    response = HttpResponseRedirect(reverse("console:queue") + query)
    response.status_code = 303
    return response
