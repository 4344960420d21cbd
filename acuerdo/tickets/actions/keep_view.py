"""Keeping a view of the queue under a name, for oneself, a team or the desk. It is nobody's history: no event tells of it."""

from typing import ClassVar

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.people.models import Person, Team
from acuerdo.tickets.models import SavedView

#: Nobody finds their way among more of their own.
MOST = 30
#: What an address may say, characters.
LONGEST = 600


class CannotKeepView(Refusal):
    """A view without a name, with one that is taken, of too much, or too many of them. Facts: why (name, taken, long, many)."""

    code: ClassVar[str] = "tickets.cannot_keep_view"

    def __init__(self, message: str, *, why: str, taken: SavedView | None = None) -> None:
        """Keep which view has the name already."""
        super().__init__(message, why=why)
        self.taken = taken


@transaction.atomic
def keep_view(name: str, query: str, *, person: Person, team: Team | None = None, of_desk: bool = False) -> SavedView:
    """Keep the address's query ("?" or not) as `name`; the person's own unless it is a team's or the desk's. Raises CannotKeepView."""
    name = " ".join(name.split())[:60]
    owner = {"person": None if team or of_desk else person, "team": team}
    there = SavedView.objects.filter(**owner)
    taken = there.filter(name=name).first()
    why = "name" if not name else "taken" if taken else "many" if there.count() >= MOST else ""
    if why:
        msg = f"{name!r}: {why}."
        raise CannotKeepView(msg, why=why, taken=taken)
    return SavedView.objects.create(name=name, query=as_kept(query), made_by=person, **owner)


def change_view(view: SavedView, query: str) -> SavedView:
    """Let a kept view show what another address shows; its name and whose it is stay. Raises CannotKeepView."""
    view.query = as_kept(query)
    view.save(update_fields=["query"])
    return view


def as_kept(query: str) -> str:
    """An address's query as it is kept, whole or not at all: a part of it would show other cases."""
    kept = f"?{query.removeprefix('?')}"
    if len(kept) > LONGEST:
        msg = f"{len(kept)} characters, {LONGEST} at most."
        raise CannotKeepView(msg, why="long")
    return kept


def forget_view(view: SavedView) -> None:
    """Take it away; the cases in it stay where they are."""
    view.delete()
