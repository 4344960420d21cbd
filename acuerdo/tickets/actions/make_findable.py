"""Keeping what a case is found by: with each message a little, anew when its subject or people change."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from django.db import connection

from acuerdo.core.tickets.seeking import codes, folded, in_short, parts
from acuerdo.files.models import StoredFile
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.models.findable import CONFIGURATION, Weight

#: Beyond so many different words a case is found by those it has: a row cannot hold a megabyte of them (tsvector).
MOST_WORDS = 20_000
#: The short line ends here, characters.
LONGEST_LINE = 4_000
#: Cases made findable in one go.
BATCH = 200

Weighed = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """A message as it is looked for."""

    text: str
    is_public: bool
    files: tuple[str, ...]

    @classmethod
    def of(cls, message: Message, files: Iterable[StoredFile]) -> Self:
        """Read it; `files` are those it carries."""
        return cls(message.text, message.is_public, tuple(file.name for file in files))


def index(ticket: Ticket, message: Message, files: Sequence[StoredFile]) -> None:
    """Make a case that is being opened findable by its subject, its people and its first words."""
    first = [Said.of(message, files)]
    store([(ticket.pk, [*about(ticket), *weighed(first)], short_of(ticket, first))])


def index_more(message: Message, files: Sequence[StoredFile] = ()) -> None:
    """Make a case findable by one more message too, in one statement."""
    more = [Said.of(message, files)]
    (vector, values), short = vector_of(list(weighed(more))), short_line(more)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""UPDATE tickets_findable SET words = words || {vector},
                short = left(rtrim(short || ' ' || %s), {LONGEST_LINE}), parts = parts || %s::varchar(3)[]
                WHERE ticket_id = %s AND length(words) < {MOST_WORDS}""",  # noqa: S608  only our own constants
            [*values, short, parts(short), message.ticket_id],
        )


def index_again(ticket_ids: Iterable[int]) -> int:
    """Make these cases findable by what they are now; gives how many there were."""
    wanted, done = sorted(ticket_ids), 0
    for at in range(0, len(wanted), BATCH):
        batch = Ticket.objects.filter(pk__in=wanted[at : at + BATCH]).select_related("organisation", "contact")
        cases = list(batch.prefetch_related("messages__files"))
        told = [(case, [Said.of(message, message.files.all()) for message in case.messages.all()]) for case in cases]
        store([(case.pk, [*about(case), *weighed(all_said)], short_of(case, all_said)) for case, all_said in told])
        done += len(cases)
    return done


def index_missing() -> int:
    """Make findable what is not yet: cases from before there was a search."""
    return index_again(Ticket.objects.filter(findable=None).values_list("pk", flat=True))


def about(ticket: Ticket) -> Iterator[Weighed]:
    """What stands above a case, each with its weight; tags are the desk's own."""
    yield f"{ticket.number} {ticket.subject}", Weight.SUBJECT
    if ticket.tags:
        yield " ".join(ticket.tags), Weight.INSIDE
    organisation = ticket.organisation.name if ticket.organisation else ""
    yield f"{organisation} {ticket.contact.name} {ticket.contact.email}", Weight.PEOPLE


def weighed(told: Iterable[Said]) -> Iterator[Weighed]:
    """What was said in a case, and the names of its files."""
    for one in told:
        yield one.text, Weight.SAID if one.is_public else Weight.INSIDE
        if one.files:
            yield " ".join(one.files), Weight.PEOPLE if one.is_public else Weight.INSIDE


def short_of(ticket: Ticket, told: Iterable[Said]) -> str:
    """The whole short line of a case; its tags stand before it in a line of their own, which no customer's search reads (Line)."""
    organisation = ticket.organisation.name if ticket.organisation else ""
    own = in_short([str(ticket.number), ticket.subject, organisation, ticket.contact.name, ticket.contact.email])
    inside = f"{in_short(ticket.tags)}\n" if ticket.tags else ""
    return f"{inside}{own} {short_line(told)}"[:LONGEST_LINE].rstrip()


def short_line(told: Iterable[Said]) -> str:
    """What public messages add to it: codes, and the names of files."""
    return in_short([piece for one in told if one.is_public for piece in (*codes(one.text), *one.files)])


def vector_of(pieces: Sequence[Weighed]) -> tuple[str, list[str]]:
    """SQL that makes a tsvector of weighed texts, and its values."""
    if not pieces:
        return "''::tsvector", []
    sql = " || ".join(f"setweight(to_tsvector('{CONFIGURATION}', %s), '{weight}')" for _text, weight in pieces)
    return f"({sql})", [folded(text).replace('"', " ") for text, _weight in pieces]


def store(rows: Sequence[tuple[int, Sequence[Weighed], str]]) -> None:
    """Write whole rows, over what was there."""
    lines: list[str] = []
    values: list[int | str | list[str]] = []
    for pk, pieces, short in rows:
        vector, said_in = vector_of(pieces)
        lines.append(f"(%s, {vector}, %s, %s::varchar(3)[])")
        values += [pk, *said_in, short, parts(short)]
    if not lines:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            f"""INSERT INTO tickets_findable (ticket_id, words, short, parts) VALUES {", ".join(lines)}
                ON CONFLICT (ticket_id) DO UPDATE SET words = EXCLUDED.words, short = EXCLUDED.short, parts = EXCLUDED.parts""",  # noqa: S608
            values,
        )
