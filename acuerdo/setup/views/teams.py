"""The desk's teams."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs
from acuerdo.people.actions.save_team import save_team
from acuerdo.people.models import Team
from acuerdo.setup.forms import TeamForm
from acuerdo.setup.views.people import level_of, team_rows


@require_safe
@needs(ADMINISTER)
def teams(request: SignedInRequest) -> HttpResponse:
    """List them with their members."""
    agreement = agreement_of(current_version())
    return render(request, "setup/teams.html", {"teams": [(team, level_of(agreement, team.level)) for team in team_rows()]})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def edit(request: SignedInRequest, pk: int | None = None) -> HttpResponse:
    """Make one, or change it."""
    team = get_object_or_404(Team, pk=pk) if pk else None
    form = TeamForm(request.POST or None, agreement=agreement_of(current_version()), team=team)
    if request.method == "POST" and form.is_valid():
        saved = save_team(pk, form.values, form.cleaned_data["members"], by=acting(request), at=timezone.now())
        messages.success(request, _("%(name)s quedó guardado.") % {"name": saved.name})
        return redirect("setup:teams")
    return render(request, "setup/team_form.html", {"form": form, "team": team}, status=422 if form.is_bound else 200)
