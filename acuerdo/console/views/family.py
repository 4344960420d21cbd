"""The cases that belong to a case: its parent and children, what became part of it, and what it is linked to."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from acuerdo.tickets.models import INVERSE, Link, Ticket

#: What a line shows of another case.
LINE = ("number", "subject", "status", "parent_id", "merged_into_id")


@dataclass(frozen=True, slots=True)
class Relative:
    """Another case, in what relation, and the link to take away: its number, 0 for the parent, None where there is none."""

    relation: str
    ticket: Ticket
    link: int | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """All that belong to a case."""

    relatives: tuple[Relative, ...]
    children: tuple[Ticket, ...]
    merged: tuple[Ticket, ...]

    def __bool__(self) -> bool:
        return bool(self.relatives or self.children or self.merged)

    @property
    def open_children(self) -> int:
        """Count the children that have not ended."""
        return sum(child.is_open for child in self.children)


def family(ticket: Ticket) -> Family:
    """Find them, in two queries."""
    close = list(Ticket.objects.filter(Q(parent=ticket) | Q(merged_into=ticket)).order_by("number").only(*LINE))
    return Family(
        relatives=tuple(relatives(ticket)),
        children=tuple(each for each in close if each.parent_id == ticket.pk),
        merged=tuple(each for each in close if each.merged_into_id == ticket.pk),
    )


def relatives(ticket: Ticket) -> Iterator[Relative]:
    """Give the parent, then every link, from whichever end it was made."""
    if ticket.parent:
        yield Relative(_("Es parte de"), ticket.parent, 0)
    links = Link.objects.filter(Q(source=ticket) | Q(target=ticket)).select_related("source", "target").order_by("at", "pk")
    for link in links:
        kind = Link.Kind(link.kind)
        forward = link.source_id == ticket.pk
        yield Relative(str(kind.label if forward else INVERSE[kind]), link.target if forward else link.source, link.pk)
