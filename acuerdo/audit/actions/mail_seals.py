"""Sending seals away by mail, each night those that were made since the last: out of the reach of whoever holds the database."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from acuerdo.audit.models import Seal, SealPlaces
from acuerdo.audit.queries.seals import content_of, name_of
from acuerdo.desks.queries import current_desk
from acuerdo.files.actions.store import store
from acuerdo.notifications.actions.send import Mail, send

#: What the first mail to new addresses brings.
FIRST = timedelta(days=1)
#: Files of one mail; what is left goes with the next night's.
MOST = 50


@transaction.atomic
def mail_seals(*, at: datetime) -> int:
    """Mail the seals that have not left yet to every address of the desk; returns how many seals. Nothing to send costs a look."""
    places = SealPlaces.objects.select_for_update().first()
    if places is None or not places.addresses:
        return 0
    waiting = Seal.objects.filter(at__gte=at - FIRST) if places.mailed is None else Seal.objects.filter(number__gt=places.mailed)
    seals = list(waiting.order_by("number")[:MOST])
    if not seals:
        return 0
    desk = current_desk()
    stored = [store(name=name_of(seal, desk.schema_name), content_type="application/json", content=content_of(seal)) for seal in seals]
    for address in places.addresses:
        send(
            Mail(
                key=f"seal-{seals[-1].number}-{address}"[:120],
                to=address,
                subject=_("Sello %(number)s del registro de %(desk)s: %(hash)s")
                % {"number": seals[-1].number, "desk": desk.name, "hash": seals[-1].hash[:16]},
                text=words_of(seals, desk.name),
                attachments=[{"name": one.name, "path": one.path, "content_type": "application/json"} for one in stored],
            )
        )
    places.mailed = seals[-1].number
    places.save(update_fields=["mailed"])
    return len(seals)


def words_of(seals: Sequence[Seal], desk: str) -> str:
    """What the mail says."""
    last = seals[-1]
    return _(
        "Sellos %(first)s a %(number)s del registro de %(desk)s; el último, del %(at)s (UTC).\n\n"
        "Huella: %(hash)s\n"
        "Sello anterior: %(previous)s\n"
        "Cadenas selladas: %(chains)s\n\n"
        "Guarde este correo y sus archivos fuera de la mesa. Con «acuerdo check log --seal ARCHIVO» se comprueba que nada de lo sellado "
        "se haya cambiado ni quitado desde entonces.\n"
    ) % {
        "first": seals[0].number,
        "number": last.number,
        "desk": desk,
        "at": f"{last.at:%Y-%m-%d %H:%M}",
        "hash": last.hash,
        "previous": last.previous_hash or _("ninguno: es el primero"),
        "chains": sum(len(seal.heads) for seal in seals),
    }
