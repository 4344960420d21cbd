"""One's own account: name, language, signature, theme, and where one is signed in."""

from typing import cast

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from acuerdo.people.access import acting
from acuerdo.people.actions.change_person import change_person
from acuerdo.people.actions.sign_out_elsewhere import sign_out_elsewhere
from acuerdo.people.context import THEMES
from acuerdo.people.forms import AccountForm
from acuerdo.people.models import Person
from acuerdo.people.views.choices import keep
from acuerdo.people.wording import device

#: More than anybody has open.
SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Show it, and change it."""
    person = mine(request)
    theme = request.COOKIES.get("acuerdo_tema", "")
    form = AccountForm(request.POST or None, person=person, theme=theme if theme in THEMES else "")
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        change_person(person.pk, form.values, by=acting(request), at=timezone.now())
        messages.success(request, _("Su cuenta quedó guardada."))
        response = redirect("people:account")
        keep(response, settings.LANGUAGE_COOKIE_NAME, said["language"])
        if said["theme"]:
            keep(response, "acuerdo_tema", said["theme"])
        else:
            response.delete_cookie("acuerdo_tema", samesite="Lax")
        return response
    here = request.session.session_key
    sessions = UserSession.objects.filter(user=person).order_by("-last_seen_at")[:SHOWN]
    context = {
        "form": form,
        "base": "portal/base.html" if person.is_customer else "console/base.html",
        "sessions": [(one, device(one.user_agent), one.session_key == here) for one in sessions],
    }
    return render(request, "people/account.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    ended = sign_out_elsewhere(mine(request).pk, here=request.session.session_key or "", by=acting(request), at=timezone.now())
    messages.success(request, _("Cerramos sus otras sesiones.") if ended else _("No había otras sesiones abiertas."))
    return redirect("people:account")


def mine(request: HttpRequest) -> Person:
    """Whose account it is, as it stands."""
    return Person.objects.get(pk=cast("Person", request.user).pk)
