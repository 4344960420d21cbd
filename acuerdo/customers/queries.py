"""Who wrote: contact, organisation and contract of a mail address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from acuerdo.core.mail import domain as domain_of
from acuerdo.core.mail import is_free
from acuerdo.customers.models import Contact, Contract, MailDomain, Organisation
from acuerdo.people.models import Person


@dataclass(frozen=True)
class Match:
    """What is known of a sender. `doubt` says why there is no contract: none, several, ended, suspended, unknown."""

    contact: Contact | None
    organisation: Organisation | None
    contract: Contract | None
    doubt: str


def in_force(contract: Contract, on: date) -> bool:
    """Whether it is a contract of that day."""
    return contract.state == Contract.State.ACTIVE and contract.starts_on <= on and (contract.ends_on is None or contract.ends_on >= on)


def contract_of(organisation: Organisation | None, on: date) -> tuple[Contract | None, str]:
    """The one contract in force, or None and the doubt. A doubt never stops a case from being accepted."""
    if organisation is None:
        return None, "unknown"
    # All of them are few; one question for them answers every doubt.
    contracts = list(organisation.contracts.all())
    found = [contract for contract in contracts if in_force(contract, on)]
    if len(found) == 1:
        return found[0], ""
    if found:
        return None, "several"
    if any(contract.state == Contract.State.SUSPENDED for contract in contracts):
        return None, "suspended"
    return None, "ended" if contracts else "none"


def match_sender(address: str, on: date) -> Match:
    """Find a sender by address, else by the domain of the address."""
    email = address.strip().lower()
    contact = Contact.objects.select_related("organisation").filter(email=email).first()
    organisation = contact.organisation if contact else None
    if organisation is None:
        organisation = organisation_of_domain(domain_of(email))
    contract, doubt = contract_of(organisation, on)
    return Match(contact, organisation, contract, doubt)


def organisation_of_domain(domain: str) -> Organisation | None:
    """Whose mail domain this is; free mail is nobody's."""
    if not domain or is_free(domain):
        return None
    found = MailDomain.objects.select_related("organisation").filter(domain=domain).first()
    return found.organisation if found else None


def contact_of(person: Person) -> Contact | None:
    """The contact that signs in as this person."""
    return Contact.objects.select_related("organisation").filter(person=person).first()


def authorised_of(organisation: Organisation | None, levels: Sequence[str] = ()) -> list[Contact]:
    """The contacts of an organisation who may report: those authorised, and those of these levels (DIG-040)."""
    if organisation is None:
        return []
    return list(organisation.contacts.filter(Q(is_authorised=True) | Q(level__in=levels)).order_by("name", "pk"))
