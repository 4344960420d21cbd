"""Sealing the log: what grew since the seal before, together with it (architecture.md, the log is the outbox)."""

import json
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from acuerdo.audit.models import Seal, SealPlaces
from acuerdo.audit.queries.seals import Head, as_sent, hash_of_seal
from acuerdo.desks.queries import current_desk, current_schema
from acuerdo.events.models import Event
from acuerdo.files.actions.store import store
from acuerdo.notifications.actions.send import Mail, send

#: An action whose transaction began before a seal may commit after it; none takes longer than this.
LATE = timedelta(hours=6)
#: Seals looked for in the folder.
NEWEST = 30
#: One desk seals once at a time: held to the transaction's end (two sealing at once would make the same number).
LOCK = 0x5EA1


@transaction.atomic
def seal(*, at: datetime) -> Seal | None:
    """Seal the heads of all chains that grew, and send the seal away; None where nothing did."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK, current_schema()])
    last = Seal.objects.order_by("-number").first()
    heads = grown_since(last)
    if not heads:
        return None
    number, previous = (last.number + 1, last.hash) if last else (1, "")
    made = Seal.objects.create(number=number, at=at, previous_hash=previous, heads=heads, hash=hash_of_seal(number, at, previous, heads))
    send_away(made)
    return made


def grown_since(last: Seal | None) -> list[list[object]]:
    """The heads of chains with events that the seal before has not, sorted."""
    grown = Event.objects.filter(recorded_at__gte=last.at - LATE) if last else Event.objects.all()
    newest = grown.order_by("subject_kind", "subject_id", "-position").distinct("subject_kind", "subject_id")
    heads: list[Head] = list(newest.values_list("subject_kind", "subject_id", "position", "hash"))
    known = {tuple(head) for head in last.heads} if last else set()
    return sorted(list(head) for head in heads if head not in known)


def send_away(made: Seal) -> None:
    """Out of the reach of whoever holds the database: by mail, and after the commit into a folder of the installation's."""
    desk = current_desk()
    name = name_of(made, desk.schema_name)
    content = content_of(made)
    places = SealPlaces.objects.first()
    for address in places.addresses if places else ():
        stored = store(name=name, content_type="application/json", content=content)
        send(
            Mail(
                key=f"seal-{made.number}-{address}"[:120],
                to=address,
                subject=_("Sello %(number)s del registro de %(desk)s: %(hash)s")
                % {"number": made.number, "desk": desk.name, "hash": made.hash[:16]},
                text=words_of(made, desk.name),
                attachments=[{"name": name, "path": stored.path, "content_type": "application/json"}],
            )
        )
    transaction.on_commit(fill_folder)


def fill_folder() -> None:
    """Write the newest seals that the folder lacks, a crash's too; a file that is there is never touched again."""
    if not settings.SEAL_FOLDER:
        return
    folder = Path(settings.SEAL_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    for made in Seal.objects.order_by("-number")[:NEWEST]:
        with suppress(FileExistsError), (folder / name_of(made, current_schema())).open("xb") as file:
            file.write(content_of(made))


def name_of(made: Seal, schema: str) -> str:
    """The name of a seal's file."""
    return f"{schema}-sello-{made.number:06d}.json"


def content_of(made: Seal) -> bytes:
    """A seal's file."""
    return json.dumps(as_sent(made), ensure_ascii=False, indent=1).encode()


def words_of(made: Seal, desk: str) -> str:
    """What the mail says."""
    return _(
        "Sello %(number)s del registro de %(desk)s, del %(at)s (UTC).\n\n"
        "Huella: %(hash)s\n"
        "Sello anterior: %(previous)s\n"
        "Cadenas selladas: %(chains)s\n\n"
        "Guarde este correo y su archivo fuera de la mesa. Con «acuerdo check log --seal ARCHIVO» se comprueba que nada de lo sellado "
        "se haya cambiado ni quitado desde entonces.\n"
    ) % {
        "number": made.number,
        "desk": desk,
        "at": f"{made.at:%Y-%m-%d %H:%M}",
        "hash": made.hash,
        "previous": made.previous_hash or _("ninguno: es el primero"),
        "chains": len(made.heads),
    }
