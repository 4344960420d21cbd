"""Keeping the view one looks at under a name, and letting one go."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from acuerdo.console.queries import View
from acuerdo.console.queries.views import may_forget, views_of
from acuerdo.console.views.columns import chosen
from acuerdo.console.views.rail import rail
from acuerdo.core.errors import Refusal
from acuerdo.people.access import OVERSEE, READ, SignedInRequest, may, needs
from acuerdo.people.models import Team
from acuerdo.tickets import wording
from acuerdo.tickets.actions.keep_view import forget_view, keep_view

OF_DESK = "mesa"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(READ)
def keep(request: SignedInRequest) -> HttpResponse:
    """Ask for a name and for whom; keep it, or say why not."""
    view, refusal = View.of(request.GET), ""
    teams = Team.objects.filter(members=request.user).order_by("name")
    if request.method == "POST":
        name, whose = (request.POST.get(each, "") for each in ("nombre", "para"))
        team = teams.filter(slug=whose).first()
        of_desk = whose == OF_DESK and may(request.user, OVERSEE)
        view = replace(view, columns=chosen(request.user, view) if "columnas" in request.POST else ())
        try:
            kept = keep_view(name, view.query, person=request.user, team=team, of_desk=of_desk)
        except Refusal as reason:
            refusal = wording.of(reason)
        else:
            messages.success(request, _("Vista «%(name)s» guardada. Está en la barra de la izquierda.") % {"name": kept.name})
            return to_queue(view.query)
    context = {"view": view, "teams": teams, "may_oversee": may(request.user, OVERSEE), "refusal": refusal, "said": request.POST}
    context["has_columns"] = bool(chosen(request.user, view))
    return render(request, "console/keep_view.html", {**context, **rail(request.user, "")}, status=422 if refusal else 200)


@require_POST
@needs(READ)
def forget(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take away a view of one's own, or one that one may."""
    view = get_object_or_404(views_of(request.user), pk=pk)
    if may_forget(request.user, view):
        forget_view(view)
        messages.success(request, _("Vista «%(name)s» quitada. Los casos siguen donde estaban.") % {"name": view.name})
    else:
        messages.error(request, _("Esa vista es de otras personas: pida a quien la guardó que la quite."))
    return to_queue("")


def to_queue(query: str) -> HttpResponse:
    """Go to the queue in a view."""
    response = HttpResponseRedirect(reverse("console:queue") + query)
    response.status_code = 303
    return response
