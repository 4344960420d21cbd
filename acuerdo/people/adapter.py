"""What allauth asks of us: nobody signs up by themselves; mails go through our outbox."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse

from acuerdo.people.models import Person


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """People come by invitation only (PRO-035, requirements 6.7)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Closed."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Customers to their place, people of the desk to the queue."""
        return where_to(request.user) if isinstance(request.user, Person) else "/"

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """People have no user name: the address is enough."""


def where_to(person: Person) -> str:
    """The first page of a person."""
    return reverse("portal:area") if person.is_customer else reverse("console:queue")
