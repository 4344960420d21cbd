"""Putting the people and customers of a roster into the current desk."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from acuerdo.agreements.queries import agreement_of, version_on
from acuerdo.core.agreements import Agreement
from acuerdo.customers.models import Contact, Contract, MailDomain, Organisation, Product
from acuerdo.people.models import Person
from acuerdo.setup.demo.roster import Bought, Client, Roster, address_of

PROGRAMME = "demo"


@dataclass(frozen=True)
class Town:
    """The people of a desk that has been settled."""

    roster: Roster
    agreement: Agreement
    staff: tuple[Person, ...]
    #: Contacts of each client, in the order of the roster.
    contacts: dict[str, tuple[Contact, ...]]

    @property
    def zone(self) -> ZoneInfo:
        """Where the desk is."""
        return self.agreement.zone

    def acting_as(self, *roles: str) -> list[Person]:
        """The people with these rights in the product."""
        return [person for person in self.staff if person.role in roles]

    def at_level(self, level: str) -> list[Person]:
        """Who attends a step of the ladder."""
        return [person for person in self.staff if person.level == level and person.role != "auditor"]


def settle(roster: Roster, day: date) -> Town:
    """Make everybody; contracts are dated from `day`."""
    agreement = agreement_of(version_on(day))
    staff = tuple(
        Person.objects.create_user(
            roster.email_of(one),
            name=one.name,
            role=str(agreement.roles[one.title].acts_as),
            title=one.title,
            level=one.level,
        )
        for one in roster.people
    )
    for slug, version in roster.versions.items():
        Product.objects.filter(slug=slug).update(version=version)
    return Town(roster, agreement, staff, {one.name: tuple(settle_client(one, day)) for one in roster.clients})


def settle_client(client: Client, day: date) -> Iterator[Contact]:
    """One organisation with its contracts; gives its contacts."""
    organisation = Organisation.objects.create(name=client.name)
    MailDomain.objects.create(organisation=organisation, domain=client.domain)
    products = list(Product.objects.filter(slug__in=client.products))
    for bought in client.contracts:
        sign(organisation, bought, day).products.set(products)
    for one in client.contacts:
        email = f"{address_of(one.name)}@{client.domain}"
        yield Contact.objects.create(
            organisation=organisation,
            name=one.name,
            email=email,
            job_title=one.job,
            level=one.level,
            is_authorised=one.authorised,
            person=Person.objects.create_user(email, name=one.name, role="customer") if one.signs_in else None,
        )


def sign(organisation: Organisation, bought: Bought, day: date) -> Contract:
    """One contract."""
    until = None if bought.until is None else day + timedelta(days=bought.until)
    return Contract.objects.create(
        organisation=organisation,
        plan=bought.plan,
        starts_on=day + timedelta(days=bought.since),
        ends_on=until,
        went_live_on=None if bought.live_since is None else day + timedelta(days=bought.live_since),
        scope=list(bought.scope),
        overrides=dict(bought.overrides),
    )


def who_sign_in(roster: Roster) -> list[tuple[str, str, str]]:
    """Address, name and title of everybody who signs in; a customer's title is their organisation."""
    ours = [(roster.email_of(one), one.name, one.title) for one in roster.people if one.signs_in]
    theirs = [
        (f"{address_of(one.name)}@{client.domain}", one.name, client.name)
        for client in roster.clients
        for one in client.contacts
        if one.signs_in
    ]
    return [*ours, *theirs]
