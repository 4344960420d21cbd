"""Writing the next version: a draft is begun, saved, put back to an earlier text, put away."""

from datetime import date, datetime, timedelta

from django.db import transaction

from acuerdo.agreements.actions.publish import one_at_a_time
from acuerdo.agreements.actions.publishable import next_name
from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import LONGEST, agreement_of, known_versions
from acuerdo.core.errors import Refusal
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.models import Person
from acuerdo.publishing.events import DraftDiscarded, DraftSaved, DraftStarted
from acuerdo.publishing.models import DraftRevision, ManualDraft
from acuerdo.publishing.queries.drafts import open_draft
from acuerdo.publishing.queries.lines import with_day, with_version


class Stale(Refusal):
    """Somebody saved since this text was opened: nothing is overwritten unseen. The draft as it stands is in `draft`."""

    code = "publishing.stale"

    def __init__(self, draft: ManualDraft) -> None:
        super().__init__(f"The draft is at revision {draft.revision}; open it again.", revision=draft.revision)
        self.draft = draft


class NoDraft(Refusal):
    """The draft was published or put away meanwhile."""

    code = "publishing.no_draft"


class TooLong(Refusal):
    """Longer than any manual."""

    code = "publishing.too_long"


@transaction.atomic
def start(version: ManualVersion, *, person: Person, by: Actor, at: datetime) -> ManualDraft:
    """Begin the next version with a version's text, under the next free name and day; or go on with the draft there is."""
    one_at_a_time()
    draft = open_draft()
    if draft is not None:
        return draft
    agreement = agreement_of(version)
    name = next_name(agreement.version, known_versions().values_list("version", flat=True))
    today = at.astimezone(agreement.zone).date()
    last = known_versions().first()
    text = with_day(with_version(version.text, name), first_day(today, last.effective_from if last else today))
    draft = ManualDraft.objects.create(based_on=version, text=text, edited_at=at, edited_by=person)
    DraftRevision.objects.create(draft=draft, number=1, text=text, by=person, at=at)
    record(DraftStarted(subject_id=draft.pk, based_on=version.version), by=by, at=at)
    return draft


def first_day(today: date, last: date) -> date:
    """The day offered: the first of next month, which leaves time to tell the customers; never before a published version's."""
    return max((today.replace(day=1) + timedelta(days=32)).replace(day=1), last)


@transaction.atomic
def save(text: str, revision: int, *, person: Person, by: Actor, at: datetime) -> ManualDraft:
    """Save a text written over this revision. Raises Stale, NoDraft, TooLong; the same text again changes nothing."""
    draft = hold_draft()
    text = tidy(text)
    if draft.text == text:
        return draft
    if draft.revision != revision:
        raise Stale(draft)
    if len(text) > LONGEST:
        msg = f"A manual has at most {LONGEST} letters."
        raise TooLong(msg, most=LONGEST)
    draft.text, draft.revision, draft.edited_at, draft.edited_by = text, draft.revision + 1, at, person
    draft.save(update_fields=["text", "revision", "edited_at", "edited_by"])
    DraftRevision.objects.create(draft=draft, number=draft.revision, text=text, by=person, at=at)
    record(DraftSaved(subject_id=draft.pk, revision=draft.revision), by=by, at=at)
    return draft


def put_aside(text: str, *, person: Person, at: datetime) -> DraftRevision:
    """Keep a text that came too late beside the draft, once; whoever wrote it finds it in the history. Raises NoDraft."""
    with transaction.atomic():
        kept, _new = hold_draft().revisions.get_or_create(number=None, text=tidy(text)[:LONGEST], by=person, defaults={"at": at})
    return kept


def tidy(text: str) -> str:
    """A form's line ends as a file has them, one at the end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"


@transaction.atomic
def discard(revision: int, *, by: Actor, at: datetime) -> None:
    """Put the draft away; what was written stays as its revisions. Raises Stale, NoDraft."""
    draft = hold_draft()
    if draft.revision != revision:
        raise Stale(draft)
    draft.is_open = None
    draft.save(update_fields=["is_open"])
    record(DraftDiscarded(subject_id=draft.pk), by=by, at=at)


def hold_draft() -> ManualDraft:
    """Lock the open draft. Raises NoDraft."""
    draft = ManualDraft.objects.select_for_update(of=("self",)).select_related("based_on", "edited_by").filter(is_open=True).first()
    if draft is None:
        msg = "There is no draft: it was published or put away."
        raise NoDraft(msg)
    return draft
