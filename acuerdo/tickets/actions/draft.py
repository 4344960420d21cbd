"""Keeping what a person has begun to write, and forgetting it when it was sent."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.files.models import StoredFile
from acuerdo.people.models import Person
from acuerdo.tickets.models import Draft, Ticket

#: What the composer writes: one text, of one of these kinds at a time.
COMPOSED = (Draft.Kind.ANSWER, Draft.Kind.NOTE)


class WrittenElsewhere(Refusal):
    """Another page of the same person wrote on it meanwhile, what this one has not shown. Facts: draft, as that page left it."""

    code = "tickets.written_elsewhere"


@transaction.atomic
def go_on(
    person: Person, ticket: Ticket, kind: Draft.Kind, text: str, *, shown: str | None = None, returned: str = "", at: datetime
) -> str:
    """Keep what a page has typed so far, and give the mark of the draft it now shows.

    `shown`: the mark of the draft that it showed, or kept last; `returned`: of what came back, as it showed that.
    Raises WrittenElsewhere, and nothing is kept, where the draft holds something else than the page would write over it.
    """
    draft = begun(person, ticket, kind)
    if draft is not None and shown is not None and is_news(draft, shown, text):
        msg = f"The draft is {draft.mark}, the page has shown {shown!r}."
        raise WrittenElsewhere(msg, draft=draft)
    take_up(person, ticket, returned, at=at)
    keep(person, ticket, kind, text, at=at)
    kept = begun(person, ticket, kind)
    return kept.mark if kept else ""


def is_news(draft: Draft, shown: str, text: str) -> bool:
    """Whether a draft is not the one that a page has shown, and holds what the page's text does not."""
    return draft.mark != shown and draft.text.strip() not in text


@transaction.atomic
def keep(person: Person, ticket: Ticket, kind: Draft.Kind, text: str, *, at: datetime) -> None:
    """Keep the text as it stands; an empty one without files is no draft. In the composer it may turn from an answer to a note."""
    draft = begun(person, ticket, kind)
    if not text.strip() and (draft is None or not draft.files.exists()):
        forget(person, ticket, kind)
        return
    draft = draft or Draft(person=person, ticket=ticket)
    draft.kind, draft.text, draft.saved_at = kind, text if text.strip() else "", at
    draft.save()


@transaction.atomic
def add(person: Person, ticket: Ticket, kind: Draft.Kind, text: str, files: Iterable[StoredFile], *, at: datetime) -> Draft:
    """Put a text, and files, behind what the person has begun in that case; neither is lost."""
    draft = begun(person, ticket, kind) or Draft(person=person, ticket=ticket, kind=kind)
    # What was begun for the desk alone stays so: nothing of it leaves because an answer came to it.
    draft.kind = Draft.Kind.NOTE if Draft.Kind.NOTE in {draft.kind, kind} else kind
    draft.text, draft.saved_at = joined(draft.text, text), at
    draft.save()
    draft.files.add(*files)
    return draft


@transaction.atomic
def carry_over(person: Person, ticket: Ticket, kind: Draft.Kind, text: str, files: Sequence[StoredFile], *, at: datetime) -> Draft:
    """Put behind what was begun here what was begun in a case that became part of this one; what arrived whole lies there no longer."""
    draft = add(person, ticket, kind, text, files, at=at)
    for there in Draft.objects.select_for_update().filter(person=person, ticket__merged_into=ticket, kind__in=COMPOSED):
        if there.text.strip() in text and {file.pk for file in there.files.all()} <= {file.pk for file in files}:
            there.delete()
    return draft


@transaction.atomic
def give_back(person: Person, ticket: Ticket, text: str, files: Iterable[StoredFile], *, at: datetime) -> None:
    """Lay an answer that came back beside what the person has begun there: a page that has not shown it does not write over it."""
    draft = returned_to(person, ticket) or Draft(person=person, ticket=ticket, kind=Draft.Kind.RETURNED)
    draft.text, draft.saved_at = joined(draft.text, text), at
    draft.save()
    draft.files.add(*files)


@transaction.atomic
def take_up(person: Person, ticket: Ticket, mark: str, *, at: datetime) -> None:
    """Go on writing what came back, from a page that has shown it as `mark` says; without one, or by another, it goes on lying apart."""
    draft = returned_to(person, ticket) if mark else None
    if draft is not None and draft.mark == mark:
        add(person, ticket, Draft.Kind.ANSWER, draft.text, draft.files.all(), at=at)
        draft.delete()


@transaction.atomic
def keep_files(person: Person, ticket: Ticket, kind: Draft.Kind, files: Iterable[StoredFile], *, at: datetime) -> Draft:
    """Lay files to what the person has begun, or begin it with them; its text and its kind stay."""
    draft = begun(person, ticket, kind) or Draft.objects.create(person=person, ticket=ticket, kind=kind, saved_at=at)
    draft.files.add(*files)
    return draft


@transaction.atomic
def take_out(person: Person, ticket: Ticket, kind: Draft.Kind, file: int) -> None:
    """Take a file out of what the person has begun; nothing else is left of it, there is no draft. Its text, and its mark, stay."""
    draft = begun(person, ticket, kind)
    if draft is None:
        return
    draft.files.remove(*draft.files.filter(pk=file))
    keep(person, ticket, Draft.Kind(draft.kind), draft.text, at=draft.saved_at)


def begun(person: Person, ticket: Ticket, kind: Draft.Kind) -> Draft | None:
    """What the person has begun to write in that box, held until the transaction ends."""
    there = list(
        Draft.objects.select_for_update().filter(person=person, ticket=ticket, kind__in=same_place(kind)).order_by("saved_at", "pk")
    )
    for older in there[:-1]:  # of two first keys in two tabs at once; what is in both is one
        there[-1].text = joined(older.text, there[-1].text)
        there[-1].kind = Draft.Kind.NOTE  # of an answer and a note
        there[-1].files.add(*older.files.all())
        older.delete()
        there[-1].save()
    return there[-1] if there else None


def returned_to(person: Person, ticket: Ticket) -> Draft | None:
    """What came back to the person in that case, held until the transaction ends."""
    return Draft.objects.select_for_update().filter(person=person, ticket=ticket, kind=Draft.Kind.RETURNED).first()


@transaction.atomic
def forget(
    person: Person,
    ticket: Ticket,
    kind: Draft.Kind,
    text: str = "",
    *,
    sent: Iterable[StoredFile] = (),
    shown: str | None = None,
    returned: str = "",
) -> None:
    """Forget it: it was sent, with these files; `returned`: with what had come back, as the page that sent it had shown it.

    A file that was laid to it where that page did not show it, a photo from a telephone, was not sent and stays begun; so does
    a text that another page wrote meanwhile, where `text`, sent by a page that had shown the draft `shown`, does not hold it.
    """
    draft = begun(person, ticket, kind)
    if draft is not None:
        gone = {(file.name, file.sha256) for file in sent}
        left = [file for file in draft.files.all() if (file.name, file.sha256) not in gone]
        other = shown is not None and is_news(draft, shown, text)
        if left or other:
            draft.text = draft.text if other else ""
            draft.files.set(left)
            draft.save()
        else:
            draft.delete()
    came_back = returned_to(person, ticket) if returned else None
    if came_back is not None and came_back.mark == returned:
        came_back.delete()


def joined(*texts: str) -> str:
    """Texts one behind the other; what is in two of them is one."""
    return "\n\n".join(dict.fromkeys(part for part in map(str.strip, texts) if part))


def same_place(kind: Draft.Kind) -> tuple[Draft.Kind, ...]:
    """The kinds that are written in the same box."""
    return COMPOSED if kind in COMPOSED else (kind,)
