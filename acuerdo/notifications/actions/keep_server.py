"""Choosing the server that the desk's mails leave by: one of its own, or the installation's again."""

from datetime import datetime

from django.db import transaction

from acuerdo.desks.queries import current_desk
from acuerdo.desks.vault import closed
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.notifications.events import ServerChanged
from acuerdo.notifications.models import MailServer


@transaction.atomic
def keep_server(*, host: str, port: int, security: str, user: str, password: str, by: Actor, at: datetime) -> MailServer:
    """Mails leave by it from now on, those that wait too. `password` "" keeps the one there is, unless nobody is to log in."""
    server = MailServer.objects.select_for_update().filter(pk=MailServer.ONLY).first() or MailServer(pk=MailServer.ONLY)
    server.host, server.port, server.security, server.user, server.changed_at = host, port, security, user, at
    if password or not user:
        server.password = closed(password)
    server.save()
    changed = ServerChanged(
        subject_id=current_desk().pk,
        host=host,
        port=port,
        security=security,
        password_changed=bool(password),
        detail={"user": user} if user else {},
    )
    record(changed, by=by, at=at)
    return server


@transaction.atomic
def drop_server(*, by: Actor, at: datetime) -> None:
    """Mails leave by the installation's server again; the password is forgotten."""
    gone, _each = MailServer.objects.all().delete()
    if gone:
        record(ServerChanged(subject_id=current_desk().pk), by=by, at=at)
