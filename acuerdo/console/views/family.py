"""The cases that belong to a case: its parent and children, what became part of it, and what it is linked to."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from acuerdo.desks.prepared import Given, Prepared
from acuerdo.tickets.models import INVERSE, Link, Ticket

#: What a line shows of another case.
LINE = ("number", "subject", "status", "parent_id", "merged_into_id", "follows_id")
LINKED = "ticket.linked"


@dataclass(frozen=True, slots=True)
class Relative:
    """Another case, in what relation, and the link to take away: its number, 0 for the parent, None where there is none."""

    relation: str
    ticket: Ticket
    link: int | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """All that belong to a case. Its follow-ups stand among its facts, not here: they are cases of their own."""

    relatives: tuple[Relative, ...]
    children: tuple[Ticket, ...]
    merged: tuple[Ticket, ...]
    follow_ups: tuple[Ticket, ...]

    def __bool__(self) -> bool:
        return bool(self.relatives or self.children or self.merged)

    @property
    def open_children(self) -> int:
        """Count the children that have not ended."""
        return sum(child.is_open for child in self.children)


CLOSE = Prepared(
    lambda: (
        Ticket.objects.filter(Q(parent=Given("ticket")) | Q(merged_into=Given("ticket")) | Q(follows=Given("ticket")))
        .order_by("number")
        .only(*LINE)
    )
)


def family(ticket: Ticket, kinds: Container[str], *, has_kin: bool) -> Family:
    """Find them, in one query where there are any, and in another those that are linked where its log names a link."""
    close = CLOSE(ticket=ticket.pk) if has_kin else ()
    return Family(
        relatives=(*parent_of(ticket), *(linked(ticket) if LINKED in kinds else ())),
        children=tuple(each for each in close if each.parent_id == ticket.pk),
        merged=tuple(each for each in close if each.merged_into_id == ticket.pk),
        follow_ups=tuple(each for each in close if each.follows_id == ticket.pk),
    )


def parent_of(ticket: Ticket) -> Iterator[Relative]:
    """Give the case above it."""
    if ticket.parent:
        yield Relative(_("Es parte de"), ticket.parent, 0)


def linked(ticket: Ticket) -> Iterator[Relative]:
    """Give every link, from whichever end it was made."""
    links = Link.objects.filter(Q(source=ticket) | Q(target=ticket)).select_related("source", "target").order_by("at", "pk")
    for link in links:
        kind = Link.Kind(link.kind)
        forward = link.source_id == ticket.pk
        yield Relative(str(kind.label if forward else INVERSE[kind]), link.target if forward else link.source, link.pk)
