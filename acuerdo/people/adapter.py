"""What allauth asks of us: nobody signs up by themselves; mails go through our outbox."""

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from acuerdo.events.events import Actor
from acuerdo.people.actions.ask_reset import ask_reset
from acuerdo.people.actions.note_sign_in import note_failure, note_sign_in
from acuerdo.people.models import Person

#: What a person reads when sign-in refuses, in our words.
REFUSALS: Mapping[str, Any] = {
    "email_password_mismatch": _("El correo o la contraseña no son correctos. Revíselos, o pida una contraseña nueva."),
    "too_many_login_attempts": _("Hubo demasiados intentos seguidos. Espere cinco minutos e inténtelo otra vez."),
    "invalid_password_reset": _("Este enlace ya se usó o venció. Pida otro."),
}


class Adapter(DefaultAccountAdapter):
    """People come by invitation only (PRO-035, requirements 6.7)."""

    error_messages = {**DefaultAccountAdapter.error_messages, **REFUSALS}  # noqa: RUF012  allauth's name

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Closed."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Customers to their place, people of the desk to the queue."""
        return where_to(request.user) if isinstance(request.user, Person) else "/"

    def add_message(self, request: HttpRequest, level: int, message_template: str | None = None, *how: Any, **named: Any) -> None:
        """Say what happened; but who signed in sees that, and needs no strip across the page to say so."""
        if message_template != "account/messages/logged_in.txt":
            super().add_message(request, level, message_template, *how, **named)

    def post_login(self, request: HttpRequest, user: Any, **how: Any) -> HttpResponse:
        """Who came in is recorded."""
        note_sign_in(user.pk, by=self.who(user.pk), at=timezone.now())
        response: HttpResponse = super().post_login(request, user, **how)
        return response

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """So is who could not."""
        address = str(credentials.get("email") or credentials.get("username") or "")
        note_failure(address, by=self.who(None), at=timezone.now())

    def who(self, person_id: int | None) -> Actor:
        """Who acts at the sign-in page, and from where."""
        return Actor(
            "person" if person_id else "system", person_id, ip=self.request.META.get("REMOTE_ADDR", ""), programme="people:sign_in"
        )

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        """Say that it was asked for; the mail goes through the outbox (portal.reactions.mail_reset)."""
        by = Actor("person", user.pk, ip=self.request.META.get("REMOTE_ADDR", ""), programme="people:reset")
        ask_reset(user.pk, by=by, at=timezone.now())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing else of allauth's is mailed; to an address that nobody has least of all."""

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """People have no user name: the address is enough."""


def where_to(person: Person) -> str:
    """The first page of a person."""
    return reverse("portal:area") if person.is_customer else reverse("console:queue")
