"""Publishing a version: its text is fixed, with the holiday dates of every country it names, for ten years."""

import json
from datetime import date, datetime
from hashlib import sha256

from django.db import connection, transaction

from acuerdo.agreements.actions.publishable import obstacles
from acuerdo.agreements.events import Published
from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import holidays_of, known_versions, read_text
from acuerdo.desks.queries import current_schema
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor

#: Years of holidays that go with a version, its first one included; two before it, for what is entered later.
YEARS_AHEAD = 10
YEARS_BEFORE = 2


@transaction.atomic
def publish(text: str, *, by: Actor, at: datetime, note: str = "") -> ManualVersion:
    """Check and store a version in force from its `effective_from`; `note` says in words what changes.

    Raises Faults with every fault of the text; CannotPublish for a name that is taken, a day that is past or before another version's.
    """
    one_at_a_time()
    used: dict[str, dict[str, str]] = {}

    def resolve(country: str, years: range) -> dict[date, str]:
        found = holidays_of(country, range(years.start, years.stop))
        used.setdefault(country, {}).update({day.isoformat(): name for day, name in found.items()})
        return found

    agreement = read_text(text, holidays=resolve)
    for refusal in obstacles(agreement, known_versions(), at.astimezone(agreement.zone).date()):
        raise refusal
    first = agreement.effective_from.year - YEARS_BEFORE
    for country in list(used):
        resolve(country, range(first, first + YEARS_BEFORE + YEARS_AHEAD + 1))
    digest = sha256((text + json.dumps(used, sort_keys=True)).encode()).hexdigest()
    version = ManualVersion.objects.create(
        manual=agreement.id,
        version=agreement.version,
        title=agreement.title,
        text=text,
        digest=digest,
        holidays=used,
        effective_from=agreement.effective_from,
        published_at=at,
        note=note,
    )
    record(Published(subject_id=version.pk, version=version.version, digest=digest), by=by, at=at)
    return version


def one_at_a_time() -> None:
    """Wait for whoever publishes in this desk: the second sees what the first one did, and is asked again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"acuerdo manual {current_schema()}"])
