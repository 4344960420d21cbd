"""Signing in and out: allauth's views and rate limits, our pages."""

import json
from typing import Any

from allauth.account.views import AccountInactiveView, LoginView, LogoutView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from acuerdo.desks.queries import current_schema, desk_of
from acuerdo.live.tell import end_streams
from acuerdo.live.tokens import fingerprint
from acuerdo.people.access import acting
from acuerdo.people.actions.note_sign_in import note_sign_out
from acuerdo.people.forms import SignInForm
from acuerdo.people.middleware import language_follows
from acuerdo.people.models import Person
from acuerdo.people.views.choices import keep


class SignIn(LoginView):
    """`?correo=` fills in the address, so that a demo account is one click and a password away, without script."""

    template_name = "people/login.html"
    form_class = SignInForm

    def get_initial(self) -> dict[str, Any]:
        """The address of the link that led here; stay signed in unless told otherwise."""
        return {"login": self.request.GET.get("correo", ""), "remember": True}

    def form_valid(self, form: Any) -> HttpResponse:
        """Whoever chose no language in this browser reads in their own."""
        response: HttpResponse = super().form_valid(form)
        person = self.request.user
        if isinstance(person, Person) and settings.LANGUAGE_COOKIE_NAME not in self.request.COOKIES:
            keep(response, settings.LANGUAGE_COOKIE_NAME, language_follows(person))
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the accounts of a demonstration."""
        accounts = demo_accounts(self.request)
        chosen = next((a for a in accounts if a["email"] == self.request.GET.get("correo")), None)
        return {**super().get_context_data(**kwargs), "accounts": accounts, "chosen": chosen}


class SignOut(LogoutView):
    """Ends the session and its live streams. GET asks, POST does."""

    template_name = "people/logout.html"

    def logout(self) -> None:
        """Name the session before it is gone, and record who leaves."""
        session = self.request.session.session_key
        if isinstance(self.request.user, Person):
            note_sign_out(self.request.user.pk, by=acting(self.request), at=timezone.now())
        super().logout()
        if session:
            end_streams(session=fingerprint(session))


class Inactive(AccountInactiveView):
    """An account that was switched off."""

    template_name = "people/inactive.html"


@require_safe
def no_sign_up(request: HttpRequest) -> HttpResponse:
    """People come by invitation (PRO-035): this address exists because allauth links to it."""
    return redirect("account_login")


def demo_accounts(request: HttpRequest) -> list[dict[str, str]]:
    """Who can be tried on this desk: name, role, email and password, from the data folder; nobody outside a demonstration."""
    if not (settings.DEMO and desk_of(request).is_demo):
        return []
    try:
        desks = json.loads((settings.DATA / "demo.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    return next((desk["people"] for desk in desks if desk["desk"] == current_schema()), [])
