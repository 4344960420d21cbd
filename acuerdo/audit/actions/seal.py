"""Sealing the log, each hour: what grew since the seal before, together with it (architecture.md, the log is the outbox)."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from acuerdo.audit.models import Seal
from acuerdo.audit.queries.seals import Head, content_of, hash_of_seal, name_of
from acuerdo.desks.queries import current_schema
from acuerdo.events.models import Event

#: An action whose transaction began before a seal may commit after it; none takes longer than this.
LATE = timedelta(hours=6)
#: Seals looked for in the folder: those of some days.
NEWEST = 100
#: One desk seals once at a time: held to the transaction's end (two sealing at once would make the same number).
LOCK = 0x5EA1


@transaction.atomic
def seal(*, at: datetime) -> Seal | None:
    """Seal the heads of all chains that grew, and after the commit put the seal into the folder; None where nothing did."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK, current_schema()])
    last = Seal.objects.order_by("-number").first()
    heads = grown_since(last)
    if not heads:
        return None
    number, previous = (last.number + 1, last.hash) if last else (1, "")
    made = Seal.objects.create(number=number, at=at, previous_hash=previous, heads=heads, hash=hash_of_seal(number, at, previous, heads))
    transaction.on_commit(fill_folder)
    return made


def grown_since(last: Seal | None) -> list[list[object]]:
    """The heads of chains with events that no seal has yet, sorted. What a seal of the last hours holds is not sealed again."""
    since = last.at - LATE if last else None
    grown = Event.objects.filter(recorded_at__gte=since) if since else Event.objects.all()
    newest = grown.order_by("subject_kind", "subject_id", "-position").distinct("subject_kind", "subject_id")
    heads: list[Head] = list(newest.values_list("subject_kind", "subject_id", "position", "hash"))
    near = Seal.objects.filter(at__gte=since).values_list("heads", flat=True) if since else ()
    known = {tuple(head) for sealed in near for head in sealed}
    return sorted(list(head) for head in heads if head not in known)


def fill_folder() -> None:
    """Write the newest seals that the folder lacks, a crash's too; a file that is there is never touched again."""
    if not settings.SEAL_FOLDER:
        return
    folder = Path(settings.SEAL_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    for made in Seal.objects.order_by("-number")[:NEWEST]:
        with suppress(FileExistsError), (folder / name_of(made, current_schema())).open("xb") as file:
            file.write(content_of(made))
