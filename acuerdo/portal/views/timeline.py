"""What has happened in a case, for its customer: the public conversation, and between it what happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from acuerdo.core.agreements import said_on
from acuerdo.events.models import Event
from acuerdo.files.models import StoredFile
from acuerdo.portal.views.told import TOLD, Tale
from acuerdo.tickets.models import Message, Ticket


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a message. `image_url`: it may be shown in the page."""

    name: str
    size: int
    url: str
    image_url: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A message. `ours`: the desk's; `frame_url`: it came with a form of its own, to be seen in a frame."""

    pk: int
    at: datetime
    name: str
    about: str
    ours: bool
    text: str
    signature: str
    quoted: str = ""
    #: The points of a formal reply, the manual's words and what was said on each (INT-108).
    points: tuple[tuple[str, str], ...] = ()
    is_solution: bool = False
    frame_url: str = ""
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """An event, in a sentence."""

    at: datetime
    icon: str
    words: str


def timeline(tale: Tale, messages: Sequence[Message], events: Iterable[Event], desk_name: str) -> list[Said | Done]:
    """Both in the order they happened; at the same instant what was said stands before what it caused."""
    entries: list[tuple[datetime, int, Said | Done]] = [(m.at, 0, said(m, tale, desk_name)) for m in messages]
    status = "new"
    for event in events:
        status, before = str(event.facts.get("status", status)), status
        tell = TOLD.get(event.kind)
        icon, words = tell(event.facts, tale) if tell and not (status == "in_progress" and before == "new") else ("", "")
        if words:
            entries.append((event.at, 1, Done(event.at, icon, words)))
    return [entry for _at, _rank, entry in sorted(entries, key=lambda entry: entry[:2])]


def said(message: Message, tale: Tale, desk_name: str) -> Said:
    """A message as the page shows it."""
    ours = message.person_id is not None
    return Said(
        pk=message.pk,
        at=message.at,
        name=message.author_name,
        about=desk_name if ours else "",
        ours=ours,
        text=message.text,
        signature=message.signature,
        quoted=message.quoted,
        points=tuple(said_on(tale.agreement.replies.values(), message.evidence).values()),
        is_solution=message.kind == Message.Kind.SOLUTION,
        frame_url=reverse("portal:markup", args=[tale.ticket.number, message.pk]) if message.has_form else "",
        files=tuple(attachment(stored, tale.ticket) for stored in tale.files.get(message.pk, ())),
    )


def attachment(stored: StoredFile, ticket: Ticket) -> Attachment:
    """A file with the addresses under which this page serves it."""
    url = reverse("portal:file", args=[ticket.number, stored.pk])
    return Attachment(stored.name, stored.size, url, f"{url}?imagen" if stored.may_be_shown else "")


def assignees(events: Iterable[Event]) -> set[int]:
    """The people whose names the events need."""
    return {event.facts["to"] for event in events if event.kind == "ticket.assigned" and event.facts.get("to")}
