"""Telling people of the desk: a notice on their page at once, and a mail in their working hours, or at once where a rule says so."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from acuerdo.core.hours import Calendar
from acuerdo.desks.queries import current_desk, url_of
from acuerdo.live.tell import tell as announce
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.notifications.models import Notice
from acuerdo.notifications.queries import DIGEST, MAIL, OFF, Reader, next_digest, readers, way_of, working_time
from acuerdo.people.middleware import language_follows
from acuerdo.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a mail says: its subject, its text, and its HTML where it has one."""

    subject: str
    text: str
    html: str = ""


@dataclass(frozen=True, kw_only=True)
class Word:
    """What people are told, each in their language: `text`, still untranslated, is filled with `facts`.

    `key` says why, so that nobody is told the same twice. `hours`: the desk's main calendar, for those without hours of their own.
    `at_once`: by mail and at any hour, whatever they chose. `dress` makes the mail of subject, text and link; without it it is plain.
    """

    key: str
    kind: str
    text: str | Promise
    facts: Mapping[str, object]
    url: str
    subject: str | Promise
    about: tuple[str, int]
    hours: Calendar | None = None
    at_once: bool = False
    dress: Callable[[str, str, str], Told] | None = None


def tell_people(people: Iterable[Person], word: Word, *, at: datetime) -> int:
    """Tell each of them once, or who stands in for them; returns how many had not been told before."""
    return sum(tell_one(reader, word, at=at) for reader in readers(people, at))


def tell_one(reader: Reader, word: Word, *, at: datetime) -> bool:
    """Tell one person, unless they were told before or want to hear nothing of the kind."""
    person = reader.person
    way = MAIL if word.at_once else way_of(person, word.kind)
    if way == OFF:
        return False
    with translation.override(language_follows(person)):
        text, subject = str(word.text) % word.facts, str(word.subject)
        if reader.instead_of:
            text = _("En lugar de %(name)s: %(text)s") % {"name": reader.instead_of.name, "text": text}
        digest_at = next_digest(person, at, word.hours) if way == DIGEST else None
        values = {"kind": word.kind, "text": text[:300], "url": word.url, "created_at": at, "digest_at": digest_at}
        _notice, new = Notice.objects.get_or_create(person=person, key=word.key, defaults=values)
        if new:
            announce(f"person-{person.pk}")
            if way == MAIL:
                mail(person, word, subject, text, at=at)
    return new


def mail(person: Person, word: Word, subject: str, text: str, *, at: datetime) -> None:
    """Put the mail into the outbox, to be sent when the person works."""
    link = url_of(current_desk(), word.url)
    told = word.dress(subject, text, link) if word.dress else Told(subject=subject, text=f"{text}\n\n{link}\n")
    when = at if word.at_once else working_time(person, at, word.hours)
    send(
        Mail(
            key=f"{word.key}:{person.pk}",
            to=person.email,
            subject=told.subject,
            text=told.text,
            html=told.html,
            about=word.about,
            not_before=when if when > at else None,
        )
    )
