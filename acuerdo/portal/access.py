"""Who a customer's page is for, and who acts on it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from acuerdo.customers.models import Contact
from acuerdo.customers.queries import contact_of
from acuerdo.events.events import Actor
from acuerdo.people.access import SignedInRequest


def contact_in(request: SignedInRequest) -> Contact:
    """The contact who is signed in, with their organisation. Raises PermissionDenied for a person who is nobody's contact."""
    contact = contact_of(request.user)
    if contact is None:
        raise PermissionDenied
    return contact


def as_contact(contact: Contact, request: HttpRequest) -> Actor:
    """A contact acting on a page, signed in or by a signed link: the same Actor as when they write a mail."""
    match = request.resolver_match
    programme = f"{match.namespace}:{match.url_name}" if match else ""
    return Actor("contact", contact.pk, contact.name, ip=request.META.get("REMOTE_ADDR", ""), programme=programme)
