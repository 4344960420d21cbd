"""Writing down the customers of a sheet: all lines that were not refused, or none."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.agreements import Agreement
from acuerdo.customers.actions.save_contact import save_contact
from acuerdo.customers.actions.save_contract import save_contract
from acuerdo.customers.actions.save_organisation import save_organisation
from acuerdo.customers.actions.weigh import Line, Scales, day_in, domains_in, weighed
from acuerdo.customers.models import Organisation
from acuerdo.events.events import Actor
from acuerdo.people.queries import day_of


@transaction.atomic
def bring(text: str, agreement: Agreement, *, by: Actor, at: datetime) -> list[Line]:
    """Weigh the sheet once more, as the desk is now, and write down what is not refused; returns the lines."""
    scales, lines = weighed(text, agreement)
    organisations: dict[str, Organisation] = dict(scales.organisations)
    for line in lines:
        if not line.is_refused:
            write(line, scales, organisations, by=by, at=at)
    return lines


def write(line: Line, scales: Scales, organisations: dict[str, Organisation], *, by: Actor, at: datetime) -> None:
    """One line."""
    said, key = line.values, line.values["cliente"].casefold()
    organisation = organisations.get(key)
    domains = [*organisation.domains.values_list("domain", flat=True), *domains_in(said)] if organisation else list(domains_in(said))
    if organisation is None or domains_in(said):
        name = organisation.name if organisation else said["cliente"]
        organisation = save_organisation(organisation.pk if organisation else None, {"name": name}, domains, by=by, at=at)
        organisations[key] = organisation
    if "contract" in line.brings:
        starts_on, ends_on = day_in(said.get("desde", "")) or day_of(at), day_in(said.get("hasta", ""))
        values = {"organisation": organisation, "plan": scales.plans[said["plan"].casefold()], "starts_on": starts_on, "ends_on": ends_on}
        save_contract(None, values, by=by, at=at)
    email = said.get("correo", "").lower()
    if email:
        known = scales.contacts.get(email)
        values = {"email": email, "organisation": organisation, **scales.contact_values(said)}
        save_contact(known.pk if known else None, values if known else {"name": email, **values}, by=by, at=at)
