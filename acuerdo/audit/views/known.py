"""Names that entries of the log need, read at once for all of a page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.audit.queries.authors import authors
from acuerdo.audit.wording import fact_in_words, replaced
from acuerdo.core.agreements import Agreement
from acuerdo.customers.models import Contact, Organisation
from acuerdo.events.models import Event
from acuerdo.people.models import Team
from acuerdo.people.queries import names
from acuerdo.tickets.models import Ticket

#: Facts whose number is somebody of the desk.
PEOPLE = frozenset({"person", "substitute", "to", "watcher", "instead_of"})
#: Facts whose number is a row that has a name.
ROWS: Mapping[str, type[Contact] | type[Organisation] | type[Team]] = {
    "contact": Contact,
    "asked": Contact,
    "organisation": Organisation,
    "team": Team,
}
#: Facts of a case whose numbers are the keys of others.
CASES = frozenset({"case", "into", "follows", "also", "children"})
#: What a mail is about, as its fact says it.
ABOUT = re.compile(r"([a-z_]+) ([0-9]{1,18})")


@dataclass(frozen=True)
class Known:
    """What numbers stand for. Facts and choices have the names of the manual in force."""

    people: Mapping[int, str]
    authors: Mapping[int, str]
    cases: Mapping[int, int]
    rows: Mapping[str, Mapping[int, str]]
    agreement: Agreement

    def label(self, name: str) -> str:
        """What a fact is called."""
        return self.agreement.fields[name].label if name in self.agreement.fields else fact_in_words(name)


def known_of(events: Sequence[Event]) -> Known:
    """Read them, each kind in one query, if any is named."""
    people = {e.subject_id for e in events if e.subject_kind == "person"}.union(*(numbers(event.facts, PEOPLE) for event in events))
    cases = {e.subject_id for e in events if e.subject_kind == "ticket"}.union(*(cases_in(event) for event in events))
    return Known(
        people=names(people) if people else {},
        authors=authors(events),
        cases=dict(Ticket.objects.filter(pk__in=cases).values_list("pk", "number")),
        rows={name: named(model, {pk for event in events for pk in numbers(event.facts, {name})}) for name, model in ROWS.items()},
        agreement=agreement_of(current_version()),
    )


def named(model: type[Contact] | type[Organisation] | type[Team], keys: set[int]) -> dict[int, str]:
    """The names of rows, by key."""
    return dict(model._default_manager.filter(pk__in=keys).values_list("pk", "name")) if keys else {}  # noqa: SLF001  as Django documents it


def cases_in(event: Event) -> set[int]:
    """The keys of the cases that an event names besides its own."""
    about = case_of(event.facts.get("about"))
    return ({about} if about else set()) | (numbers(event.facts, CASES) if event.subject_kind == "ticket" else set())


def case_of(about: object) -> int:
    """The key of the case that a mail is about; 0 for no case."""
    found = ABOUT.fullmatch(about) if isinstance(about, str) else None
    return int(found[2]) if found and found[1] == "ticket" else 0


def numbers(facts: Mapping[str, object], wanted: frozenset[str] | set[str]) -> set[int]:
    """What the facts of these names name by number, those that were replaced too."""
    changed, rest = replaced(facts)
    pairs = [*rest.items(), *((one.name, one.before) for one in changed), *((one.name, one.after) for one in changed)]
    every = (each for name, value in pairs if name in wanted for each in (value if isinstance(value, list) else [value]))
    return {each for each in every if isinstance(each, int) and not isinstance(each, bool)}
