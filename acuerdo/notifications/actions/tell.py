"""Telling people of the desk: a notice on their page, and a mail."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import translation
from django.utils.functional import Promise

from acuerdo.desks.queries import current_desk, url_of
from acuerdo.live.tell import tell as announce
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.notifications.models import Notice
from acuerdo.people.middleware import language_follows
from acuerdo.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Word:
    """What people are told, each in their language: `text`, still untranslated, is filled with `facts`.

    `key` says why, so that nobody is told the same twice.
    """

    key: str
    kind: str
    text: str | Promise
    facts: Mapping[str, object]
    url: str
    subject: str | Promise
    about: tuple[str, int]


def tell_people(people: Iterable[Person], word: Word, *, at: datetime) -> int:
    """Tell each of them once; returns how many had not been told before."""
    told = 0
    for person in people:
        with translation.override(language_follows(person)):
            text, subject = str(word.text) % word.facts, str(word.subject)
        _notice, new = Notice.objects.get_or_create(
            person=person, key=word.key, defaults={"kind": word.kind, "text": text[:300], "url": word.url, "created_at": at}
        )
        if not new:
            continue
        told += 1
        announce(f"person-{person.pk}")
        link = url_of(current_desk(), word.url)
        send(
            Mail(
                key=f"{word.key}:{person.pk}",
                to=person.email,
                subject=subject,
                text=f"{text}\n\n{link}\n",
                about=word.about,
            )
        )
    return told
