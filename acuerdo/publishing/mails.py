"""The mail about a new version: from when it holds, what changes, and the two buttons."""

from datetime import datetime

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import agreement_of
from acuerdo.customers.models import Contact
from acuerdo.desks.queries import current_desk, url_of
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.publishing.access import acknowledgement_token
from acuerdo.publishing.models import Announcement
from acuerdo.publishing.queries.editions import version_before
from acuerdo.publishing.queries.told import key_of_mail
from acuerdo.publishing.queries.worded import changes_between
from acuerdo.tickets.mails.letter import greeting, in_language_of
from acuerdo.tickets.mails.look import look_of
from acuerdo.tickets.mails.times import zone_words
from acuerdo.ui.moments import long_day

#: So many differences stand in the mail; all of them on the page.
MOST = 12


def announce(version: ManualVersion, contact: Contact, *, at: datetime) -> None:
    """Tell a contact of a version, once; their language, the desk's look."""
    _told, new = Announcement.objects.get_or_create(version=version, contact=contact, defaults={"at": at})
    if not new:
        return
    with in_language_of(contact):
        context = said(version, contact, at)
        words = {"title": version.title, "day": long_day(version.effective_from)}
        send(
            Mail(
                key=key_of_mail(version, contact),
                to=contact.email,
                subject=_("%(title)s: nueva versión desde el %(day)s") % words,
                text=render_to_string("publishing/mail/version.txt", context).strip() + "\n",
                html=render_to_string("publishing/mail/version.html", context),
                about=("manual", version.pk),
            )
        )


def said(version: ManualVersion, contact: Contact, at: datetime) -> dict[str, object]:
    """What the mail says."""
    desk, agreement, before = current_desk(), agreement_of(version), version_before(version)
    changes = changes_between(agreement_of(before), agreement, translation.get_language() or "es") if before else []
    return {
        **look_of(desk),
        "desk": desk,
        "language": translation.get_language(),
        "version": version,
        "day": long_day(version.effective_from),
        "greeting": greeting(contact, at.astimezone(agreement.zone).hour),
        "organisation": contact.organisation,
        "changes": changes[:MOST],
        "others": max(0, len(changes) - MOST),
        "case_url": url_of(desk, reverse("publishing:version", args=[version.version])),
        "changes_url": url_of(desk, reverse("publishing:version_changes", args=[version.version])),
        "accept_url": url_of(desk, reverse("publishing:accept_by_link", args=[acknowledgement_token(version, contact)])),
        "zone_words": zone_words(agreement, at),
    }
