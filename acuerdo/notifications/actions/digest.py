"""The daily digest: what a person wanted to hear of once a day, in one mail."""

import logging
from datetime import datetime

from django.db import InterfaceError, OperationalError, transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import ngettext

from acuerdo.desks.queries import current_desk, url_of
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.notifications.models import Notice
from acuerdo.people.middleware import language_follows
from acuerdo.people.models import Person

log = logging.getLogger(__name__)

#: So many lines are in one digest; what is left comes with the next look.
MOST = 200


def send_digests(*, at: datetime) -> int:
    """Send the digests of the current desk that are due; returns how many mails."""
    due = Notice.objects.filter(digest_at__lte=at, digested_at=None).order_by("person_id").values_list("person_id", flat=True)
    return sum(went(person_id, at=at) for person_id in dict.fromkeys(due))


def went(person_id: int, *, at: datetime) -> bool:
    """Whether one person's left; one that cannot is logged, keeps nobody else's waiting, and is tried again with the next look."""
    try:
        return send_digest(person_id, at=at)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("the digest of person %s could not be sent", person_id)
        return False


@transaction.atomic
def send_digest(person_id: int, *, at: datetime) -> bool:
    """Send one person's; what they read on the page meanwhile is left out. Two jobs at once: the second finds nothing."""
    waiting = Notice.objects.select_for_update().filter(person=person_id, digest_at__lte=at, digested_at=None).order_by("created_at", "pk")
    notices = list(waiting[:MOST])
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(digested_at=at)
    unread = [notice for notice in notices if notice.read_at is None]
    person = Person.objects.get(pk=person_id)
    if not unread or not person.is_active:
        return False
    desk = current_desk()
    with translation.override(language_follows(person)):
        subject = ngettext("Su resumen: %(n)s aviso", "Su resumen: %(n)s avisos", len(unread)) % {"n": len(unread)}
        lines = [(notice.text, url_of(desk, notice.url)) for notice in unread]
        text = render_to_string("notifications/mail/digest.txt", {"desk": desk, "reader": person, "lines": lines}).strip() + "\n"
    send(Mail(key=f"digest-{person.pk}-{unread[-1].pk}", to=person.email, subject=subject, text=text, about=("person", person.pk)))
    return True
