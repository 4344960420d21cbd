"""Telling those who administer the desk that a mailbox stands still, or that a message of it stays outside."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from acuerdo.channels.mail.models import Fetched, Mailbox
from acuerdo.notifications.actions.tell import Word, tell_people
from acuerdo.people.models import Role
from acuerdo.people.queries import titled


def tell_of_mailbox(mailbox: Mailbox, *, at: datetime) -> None:
    """Once for each time that it stands still."""
    since = mailbox.failing_since or at
    word = Word(
        key=f"mailbox-{mailbox.pk}-{since:%Y%m%d%H%M%S}",
        kind="mail",
        text=_("No se puede traer el correo de %(mailbox)s: vea en Buzones qué lo impide. No se ha perdido nada: lo nuevo espera allá."),
        facts={"mailbox": mailbox.user},
        url=reverse("mail:mailboxes"),
        subject=_("Un buzón no se puede traer"),
        about=("", 0),
    )
    tell_people(titled([Role.ADMIN]), word, at=at)


def tell_of_message(mailbox: Mailbox, row: Fetched, *, at: datetime) -> None:
    """Once a message."""
    word = Word(
        key=f"mailbox-{mailbox.pk}-{row.uid_validity}-{row.uid}",
        kind="mail",
        text=_("Un mensaje de %(mailbox)s no se pudo guardar en la mesa. Sigue sin leer en su buzón: %(problem)s"),
        facts={"mailbox": mailbox.user, "problem": row.problem},
        url=reverse("mail:mailboxes"),
        subject=_("Un mensaje se quedó en su buzón"),
        about=("", 0),
    )
    tell_people(titled([Role.SUPERVISOR, Role.ADMIN]), word, at=at)
