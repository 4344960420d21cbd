"""Those who follow a case: the desk's people are told, the customer's get a copy; and who is named in a note is told of it."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from acuerdo.events.models import Event
from acuerdo.people.models import Person
from acuerdo.people.queries import names, staff
from acuerdo.tickets.actions.follow import is_of
from acuerdo.tickets.mails.answer import paragraphs
from acuerdo.tickets.mails.desk import beginning, tell
from acuerdo.tickets.mails.letter import Letter, in_language_of, post
from acuerdo.tickets.models import Message, Ticket, Watcher


def tell_watchers(event: Event, ticket: Ticket) -> None:
    """Say to those of the desk who follow it that it was answered or solved, and send the customer's people in copy what was said."""
    message = Message.objects.select_related("person").filter(pk=event.facts.get("message")).first()
    if message is None:
        return
    watchers = list(Watcher.objects.filter(ticket=ticket).select_related("person", "contact__person"))
    said = {"number": ticket.number, "who": message.author_name, "text": beginning(message.text)}
    solved = event.kind == "ticket.resolved"
    text = _("%(who)s solucionó el caso #%(number)s: %(text)s") if solved else _("%(who)s respondió en el caso #%(number)s: %(text)s")
    people = [watcher.person for watcher in watchers if watcher.person and watcher.person.is_active]
    tell(people, event, ticket, kind="watched", text=text, facts=said, subject=ticket.subject)
    for watcher in watchers:
        # The case may be another customer's by now, and they of another: what is said in it is its customer's.
        if watcher.contact is not None and is_of(watcher.contact, ticket):
            with in_language_of(watcher.contact):
                post(ticket, copy_of(message, event), to=watcher.contact)


def copy_of(message: Message, event: Event) -> Letter:
    """What was said, for who has a copy: it asks nothing of them, least of all to approve."""
    files = list(message.files.all())
    return Letter(
        key=f"copy-{event.pk}",
        words="copy",
        layout="answer",
        context={"paragraphs": paragraphs(message.text), "author": message.author_name, "attached": files},
        at=event.at,
        automatic=False,
        sender_name=message.author_name,
        files=files,
    )


def tell_mentioned(event: Event, ticket: Ticket) -> None:
    """Say to whom a note names with @ that it does."""
    message = Message.objects.filter(pk=event.facts.get("message"), ticket=ticket, kind=Message.Kind.NOTE).first()
    if message is None or "@" not in message.text:
        return
    by = names([event.actor_id]).get(event.actor_id, "") if event.actor_kind == "person" and event.actor_id else ""
    said = {"number": ticket.number, "who": by, "text": beginning(message.text)}
    text, subject = _("%(who)s le pide que mire el caso #%(number)s: %(text)s"), _("Hay una nota para usted")
    tell(mentioned(message.text, staff()), event, ticket, kind="mentioned", text=text, facts=said, subject=subject)


def mentioned(text: str, people: Iterable[Person]) -> list[Person]:
    """Those whom a text names: @Ana Cárdenas, @ana.cardenas as in their address, or @Ana where only one is called so."""
    lower = text.casefold()
    people = list(people)
    called = [person.first_name.casefold() for person in people]
    return [
        person
        for person in people
        if any(says(lower, name) for name in ways(person, alone=called.count(person.first_name.casefold()) == 1))
    ]


def ways(person: Person, *, alone: bool) -> list[str]:
    """How one is named."""
    own = [person.name.casefold(), person.email.partition("@")[0].casefold()]
    return [*own, person.first_name.casefold()] if alone else own


def says(text: str, name: str) -> bool:
    """Whether the text has @name as words of their own: no address of mail, no longer name."""
    return re.search(rf"(?<![\w.]){re.escape('@' + name)}(?![\w@]|\.\w)", text) is not None


def mail_merged(event: Event, ticket: Ticket) -> None:
    """Tell who reported the case that went where it goes on."""
    with in_language_of(ticket.contact):
        post(ticket, Letter(key=f"merged-{event.pk}", words="merged", values={"otro.numero": str(event.facts["number"])}, at=event.at))


def mail_unmerged(event: Event, ticket: Ticket) -> None:
    """Tell them that it is a case of its own again."""
    with in_language_of(ticket.contact):
        values = {"otro.numero": str(event.facts["number"])}
        post(ticket, Letter(key=f"unmerged-{event.pk}", words="unmerged", values=values, at=event.at))
