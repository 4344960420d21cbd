"""Who a customer's page is for."""

from django.core.exceptions import PermissionDenied

from acuerdo.customers.models import Contact
from acuerdo.customers.queries import contact_of
from acuerdo.people.access import SignedInRequest


def contact_in(request: SignedInRequest) -> Contact:
    """The contact who is signed in, with their organisation. Raises PermissionDenied for a person who is nobody's contact."""
    contact = contact_of(request.user)
    if contact is None:
        raise PermissionDenied
    return contact
