"""Who a customer's page is for."""

from django.core.exceptions import PermissionDenied

from acuerdo.core.agreements import may_report
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import contact_of
from acuerdo.people.access import SignedInRequest
from acuerdo.people.models import Person
from acuerdo.tickets.actions.heard_by import topics_of_contact
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for


def contact_in(request: SignedInRequest) -> Contact:
    """The contact who is signed in, with their organisation. Raises PermissionDenied for a person who is nobody's contact."""
    contact = contact_of(request.user)
    if contact is None:
        raise PermissionDenied
    request.user.contact_here = contact  # type: ignore[attr-defined]  # for `heard_by`, in the same request
    return contact


def heard_by(person: Person) -> tuple[str, ...]:
    """What this customer's stream may hear of cases: their own and their organisation's. Costs a query where the page asked none."""
    contact = getattr(person, "contact_here", None) or contact_of(person)
    return topics_of_contact(contact) if contact else ()


def may_confirm(contact: Contact, ticket: Ticket) -> bool:
    """Whether they may stand behind a case of their organisation: they may report, by its manual (DIG-005)."""
    rule = agreement_for(ticket).reporting
    own = contact.organisation_id is not None and contact.organisation_id == ticket.organisation_id
    return own and rule.authorised and may_report(rule, is_authorised=contact.is_authorised, level=contact.level)
