"""What this room does when something happened (named in config/reactions.py)."""

from acuerdo.events.models import Event
from acuerdo.publishing import mails
from acuerdo.publishing.actions.release import AUTHORISED
from acuerdo.publishing.models import ManualDraft
from acuerdo.publishing.queries.told import authorised_contacts


def announce(event: Event) -> None:
    """manual.draft_published: tell the customers whom its publisher chose, each once."""
    version = ManualDraft.objects.select_related("published").get(pk=event.subject_id).published
    if version is None or event.facts.get("tell") != AUTHORISED:
        return
    for contact in authorised_contacts():
        mails.announce(version, contact, at=event.at)
