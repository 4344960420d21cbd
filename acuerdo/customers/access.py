"""A customer's contact acting on a page."""

from django.http import HttpRequest

from acuerdo.customers.models import Contact
from acuerdo.events.events import Actor


def as_contact(contact: Contact, request: HttpRequest) -> Actor:
    """A contact acting, signed in or by a signed link: the same Actor as when they write a mail."""
    match = request.resolver_match
    programme = f"{match.namespace}:{match.url_name}" if match else ""
    return Actor("contact", contact.pk, contact.name, ip=request.META.get("REMOTE_ADDR", ""), programme=programme)
