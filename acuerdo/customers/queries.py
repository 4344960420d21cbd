"""Who wrote: contact, organisation and contract of a mail address."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import agreement_of, terms_under
from acuerdo.core.agreements import Faults
from acuerdo.core.mail import domain as domain_of
from acuerdo.core.mail import is_free
from acuerdo.customers.models import Contact, Contract, MailDomain, Organisation
from acuerdo.desks.prepared import Given, Prepared
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


@dataclass(frozen=True)
class Doubt:
    """A customer whose cases would have no sure promise today, or soon not. `why` as `contract_of` says it, else:

    `no_plan`, the contract names none though the manual has plans; `plan`, the manual has not the plan it names; `terms`, what was agreed
    apart means nothing in the manual; `ending`, it ends within a month and nothing follows.
    """

    organisation: Organisation
    why: str
    contract: Contract | None = None


#: A contract that ends within so long is told before.
SOON = timedelta(days=30)


def doubts(version: ManualVersion, on: date) -> list[Doubt]:
    """All doubts about the contracts of customers that are served, by the customer's name; two queries."""
    served = Organisation.objects.filter(state=Organisation.State.ACTIVE).order_by("name", "pk").prefetch_related("contracts")
    found = ((organisation, *contract_of(organisation, on)) for organisation in served.iterator(chunk_size=500))
    told = (Doubt(organisation, why or doubt_about(contract, version, on), contract) for organisation, contract, why in found)
    return [doubt for doubt in told if doubt.why]


def doubt_about(contract: Contract | None, version: ManualVersion, on: date) -> str:
    """What is doubtful about the one contract in force; empty where nothing is."""
    if contract is None:
        return ""
    plans = agreement_of(version).plans
    if plans and not contract.plan:
        return "no_plan"
    if contract.plan and contract.plan not in plans:
        return "plan"
    if pinned(version, contract, "")[1]:
        return "terms"
    if contract.ends_on is None or contract.ends_on > on + SOON:
        return ""
    day_after = contract.ends_on + timedelta(days=1)
    return "" if any(in_force(other, day_after) for other in contract.organisation.contracts.all()) else "ending"


def of_nobody() -> QuerySet[Contact]:
    """Those who wrote and are of no customer yet, the newest first."""
    return Contact.objects.filter(organisation=None, person=None).order_by("-pk")


_BY_ADDRESS = Prepared(lambda: Contact.objects.select_related("organisation").filter(email=Given("email")).order_by("pk")[:1])


def match_sender(address: str, on: date) -> Match:
    """Find a sender by address, else by the domain of the address."""
    email = address.strip().lower()
    contact = _BY_ADDRESS.first(email=email)
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


#: A host name as RFC 1035 has it, with at least one dot.
DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?")


def normal_domain(written: str) -> str:
    """A domain as it is kept: of "@Empresa.com " and "ana@empresa.com" it is empresa.com; what is beyond ASCII as it travels in mail."""
    name = written.strip().lower().rpartition("@")[2].rstrip(".")
    try:
        return name.encode("idna").decode() if not name.isascii() else name
    except UnicodeError:
        return name


def domain_refusal(domain: str, organisation_id: int | None) -> tuple[str, ...]:
    """Why a domain cannot be this organisation's: `shape`, `free`, or `taken` and whose; nothing where it can."""
    if not DOMAIN.fullmatch(domain):
        return ("shape",)
    if is_free(domain):
        return ("free",)
    other = MailDomain.objects.select_related("organisation").filter(domain=domain).exclude(organisation=organisation_id).first()
    return ("taken", other.organisation.name) if other else ()


def facts_of(contract: Contract | None, facts: Mapping[str, Collection[str]], on: date) -> dict[str, str]:
    """What a contract makes known of a case, as facts that the manual asks for; its plan always.

    `facts`: those of the manual with their values. `modality` and `coverage` where the manual has fields of these names (DIG-041,
    INT-122); `guarantee`, yes or no, by the day and the guarantee's end (INT-126).
    """
    if contract is None:
        return {}
    in_guarantee = "yes" if contract.guarantee_until and contract.guarantee_until >= on else "no"
    said = {"modality": contract.modality, "coverage": contract.coverage, "guarantee": in_guarantee}
    known = {name: value for name, value in said.items() if value in facts.get(name, ())}
    return {**known, "plan": contract.plan} if contract.plan else known


def pinned(version: ManualVersion, contract: Contract | None, doubt: str) -> tuple[dict[str, Any], str]:
    """The contract's own terms that a case is pinned to, and the doubt about it.

    Terms agreed under an older manual that mean nothing in this one never stop a case: it has the manual's, and the doubt `terms`.
    """
    if contract is None or not contract.overrides:
        return {}, doubt
    try:
        terms_under(version, contract.overrides)
    except Faults:
        return {}, "terms"
    return contract.overrides, doubt


def contact_of(person: Person) -> Contact | None:
    """The contact that signs in as this person."""
    return Contact.objects.select_related("organisation").filter(person=person).first()


def authorised_of(organisation: Organisation | None, levels: Sequence[str] = ()) -> list[Contact]:
    """The contacts of an organisation who may report: those authorised, and those of these levels (DIG-040)."""
    if organisation is None:
        return []
    return list(organisation.contacts.filter(Q(is_authorised=True) | Q(level__in=levels)).order_by("name", "pk"))


#: Customers on one page of the list.
PAGE = 50


def found_organisations(words: str, after: str) -> tuple[list[Organisation], str]:
    """A page of organisations by name, whose name, domain or contact has these words; and the name after which the next begins."""
    found = Organisation.objects.order_by("name")
    if words:
        theirs = Contact.objects.filter(Q(email__icontains=words) | Q(name__icontains=words)).values("organisation")
        by_domain = MailDomain.objects.filter(domain__icontains=words).values("organisation")
        found = found.filter(Q(name__icontains=words) | Q(pk__in=by_domain) | Q(pk__in=theirs))
    if after:
        found = found.filter(name__gt=after)
    page: list[Organisation] = list(found.annotate(people=Count("contacts")).prefetch_related("contracts")[: PAGE + 1])
    return page[:PAGE], page[PAGE - 1].name if len(page) > PAGE else ""
