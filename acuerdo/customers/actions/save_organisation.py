"""Writing an organisation down, with the mail domains whose senders are of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.customers.events import OrganisationKept
from acuerdo.customers.models import MailDomain, Organisation
from acuerdo.events.actions.keep import keep
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor


@transaction.atomic
def save_organisation(
    pk: int | None, values: Mapping[str, Any], domains: Sequence[str] | None = None, *, by: Actor, at: datetime
) -> Organisation:
    """Make an organisation, or change one. `domains` replace those it has, None leaves them; each was checked by `domain_refusal`."""
    organisation = Organisation.objects.select_for_update().get(pk=pk) if pk else Organisation()
    before, after = keep(organisation, values)
    if domains is not None:
        had = sorted(organisation.domains.values_list("domain", flat=True))
        wanted = sorted(set(domains))
        if had != wanted:
            organisation.domains.exclude(domain__in=wanted).delete()
            MailDomain.objects.bulk_create(MailDomain(organisation=organisation, domain=name) for name in wanted if name not in had)
            before, after = {**before, **({"domains": had} if had else {})}, {**after, "domains": wanted}
    if before or after:
        record(OrganisationKept(subject_id=organisation.pk, before=before, after=after), by=by, at=at)
    return organisation
