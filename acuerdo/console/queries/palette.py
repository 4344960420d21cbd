"""What the palette finds: cases, customers, people. Each asks for a few rows only."""

from collections.abc import Sequence

from django.db.models import CharField, Func, OuterRef, Q
from django.db.models.functions import Lower

from acuerdo.console.queries.counts import COUNTED
from acuerdo.console.queries.lines import Line, lines_of
from acuerdo.console.queries.load import Counted
from acuerdo.console.queries.view import DIGITS, ENDED
from acuerdo.core.tickets.seeking import plain
from acuerdo.customers.models import Contact, Organisation
from acuerdo.people.models import Person
from acuerdo.people.queries import staff
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import find, visible_to

#: So many of each kind.
MOST = 6
#: So many numbers of cases that a browser remembers are looked up.
RECENT = 8


class Plain(Func):
    """A name in lower case without the accents of Spanish, as `plain` makes it of what is typed."""

    template = "translate(lower(%(expressions)s), 'áéíóúüñàèìòùâêôãõç', 'aeiouunaeiouaeoaoc')"
    output_field = CharField()


def cases(person: Person, words: str) -> list[Line]:
    """Give the cases most likely meant, the likeliest first."""
    keys = find(words)[:MOST]
    by_key = {case.pk: case for case in lines_of(visible_to(person).filter(pk__in=keys))}
    return [by_key[key] for key in keys if key in by_key]


def recent(person: Person, remembered: str) -> list[Line]:
    """Give the cases that the browser remembers (their numbers, the last first); without any, those of this person that cannot wait."""
    numbers = [int(one) for one in remembered.split(",")[:RECENT] if one.isdecimal() and len(one) <= DIGITS]
    some = visible_to(person)
    if not numbers:
        mine = some.filter(assignee=person).exclude(status__in=ENDED)
        return lines_of(mine.order_by("place", "place_key", "number")[:MOST])
    found = {case.number: case for case in lines_of(some.filter(number__in=numbers))}
    return [found[number] for number in dict.fromkeys(numbers) if number in found]


def customers(words: str) -> list[Organisation]:
    """Give the customers with these words in their name, each with its open cases counted as `open`."""
    open_ = Ticket.objects.filter(organisation=OuterRef("pk")).exclude(status__in=ENDED).order_by().values("pk")[: COUNTED + 1]
    match = Q()
    for word in words.split():
        match &= Q(folded__contains=plain(word))
    found = Organisation.objects.alias(folded=Plain("name")).filter(match)
    return list(found.annotate(open=Counted(open_)).order_by(Lower("name"))[:MOST])


def colleagues(words: str) -> list[Person]:
    """Give the desk's people with these words in their name."""
    return [person for person in staff() if has(person.name, words.split())][:MOST]


def contacts(words: str, *, by_name: bool) -> list[Contact]:
    """Give customers' people whose address begins so, which an index serves; by name only when it is people that are asked for."""
    match = Q(email__startswith=words.lower())
    if by_name:
        match |= Q(folded__contains=plain(words))
    return list(Contact.objects.alias(folded=Plain("name")).select_related("organisation").filter(match).order_by("name", "pk")[:MOST])


def has(text: str, words: Sequence[str]) -> bool:
    """Whether a text has all words, whatever their accents."""
    there = plain(text)
    return all(plain(word) in there for word in words)
