"""The views that somebody keeps, and those kept for them."""

from django.db.models import Q, QuerySet

from acuerdo.people.access import OVERSEE, may
from acuerdo.people.models import Person
from acuerdo.tickets.models import SavedView


def views_of(person: Person) -> QuerySet[SavedView]:
    """Their own, their teams', the desk's, by name."""
    return SavedView.objects.filter(Q(person=person) | Q(team__members=person) | Q(person=None, team=None)).distinct()


def may_forget(person: Person, view: SavedView) -> bool:
    """Whoever has it or made it, and who oversees the desk."""
    return view.person_id == person.pk or (view.person_id is None and (view.made_by_id == person.pk or may(person, OVERSEE)))
