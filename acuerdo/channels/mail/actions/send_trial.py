"""A mail that shows whether mails go out."""

from secrets import token_urlsafe

from django.db import transaction
from django.utils.translation import gettext as _

from acuerdo.desks.queries import current_desk
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.notifications.models import Outgoing


@transaction.atomic
def send_trial(to: str) -> Outgoing:
    """Put it into the outbox like any other; the page waits for what becomes of it."""
    desk = current_desk()
    text = _("Si lee esto, los correos de %(desk)s salen bien. No hace falta que responda.") % {"desk": desk.name}
    subject = _("Prueba de correo de %(desk)s") % {"desk": desk.name}
    return send(Mail(key=f"trial-{token_urlsafe(12)}", to=to, subject=subject, text=f"{text}\n"))
