"""Keeping a view of the queue under a name, for oneself, a team or the desk. It is nobody's history: no event tells of it."""

from typing import ClassVar

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.people.models import Person, Team
from acuerdo.tickets.models import SavedView

#: Nobody finds their way among more of their own.
MOST = 30


class CannotKeepView(Refusal):
    """A view without a name, with one that is taken, or too many of them. Facts: why (name, taken, many)."""

    code: ClassVar[str] = "tickets.cannot_keep_view"


@transaction.atomic
def keep_view(name: str, query: str, *, person: Person, team: Team | None = None, of_desk: bool = False) -> SavedView:
    """Keep the address's query ("?" or not) as `name`; the person's own unless it is a team's or the desk's. Raises CannotKeepView."""
    name = " ".join(name.split())[:60]
    owner = {"person": None if team or of_desk else person, "team": team}
    there = SavedView.objects.filter(**owner)
    why = "name" if not name else "taken" if there.filter(name=name).exists() else "many" if there.count() >= MOST else ""
    if why:
        msg = f"{name!r}: {why}."
        raise CannotKeepView(msg, why=why)
    return SavedView.objects.create(name=name, query=f"?{query.removeprefix('?')}"[:600], made_by=person, **owner)


def forget_view(view: SavedView) -> None:
    """Take it away; the cases in it stay where they are."""
    view.delete()
