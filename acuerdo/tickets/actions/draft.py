"""Keeping what a person has begun to write, and forgetting it when it was sent."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from acuerdo.files.models import StoredFile
from acuerdo.people.models import Person
from acuerdo.tickets.models import Draft, Ticket

#: What the composer writes: one text, of one of these kinds at a time.
COMPOSED = (Draft.Kind.ANSWER, Draft.Kind.NOTE)


def keep(person: Person, ticket: Ticket, kind: Draft.Kind, text: str, *, at: datetime) -> None:
    """Keep the text as it stands; an empty one without files is no draft. The composer's other kind gives way: its text is this one."""
    if not text.strip():
        gone = Draft.objects.filter(person=person, ticket=ticket, kind__in=same_place(kind))
        gone.filter(files=None).delete()
        gone.update(text="", saved_at=at)
        return
    Draft.objects.filter(person=person, ticket=ticket, kind__in=same_place(kind)).exclude(kind=kind).delete()
    Draft.objects.update_or_create(person=person, ticket=ticket, kind=kind, defaults={"text": text, "saved_at": at})


@transaction.atomic
def add(person: Person, ticket: Ticket, kind: Draft.Kind, text: str, files: Iterable[StoredFile], *, at: datetime) -> Draft:
    """Put a text, and files, behind what the person has begun in that case; neither is lost."""
    there = Draft.objects.filter(person=person, ticket=ticket, kind__in=same_place(kind)).first()
    draft = there or Draft(person=person, ticket=ticket)
    parts = [part for part in (draft.text.strip(), text.strip()) if part]
    draft.kind, draft.text, draft.saved_at = kind, "\n\n".join(dict.fromkeys(parts)), at
    draft.save()
    draft.files.add(*files)
    return draft


def forget(person: Person, ticket: Ticket, kind: Draft.Kind) -> None:
    """Forget it: it was sent."""
    Draft.objects.filter(person=person, ticket=ticket, kind__in=same_place(kind)).delete()


def same_place(kind: Draft.Kind) -> tuple[Draft.Kind, ...]:
    """The kinds that are written in the same box."""
    return COMPOSED if kind in COMPOSED else (kind,)
