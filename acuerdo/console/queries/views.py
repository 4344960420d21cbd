"""The views that somebody keeps, and those kept for them."""

from django.db.models import Q, QuerySet

from acuerdo.desks.prepared import Given, Prepared
from acuerdo.people.access import OVERSEE, may
from acuerdo.people.models import Person
from acuerdo.tickets.models import SavedView


def views_of(person: Person) -> QuerySet[SavedView]:
    """Their own, their teams', the desk's, by name."""
    return SavedView.objects.filter(seen_by(person)).distinct()


def seen_by(person: Person | Given) -> Q:
    """What a person has, their teams, and everybody."""
    return Q(person=person) | Q(team__members=person) | Q(person=None, team=None)


#: Those of them that name the same cases.
SAME = Prepared(lambda: SavedView.objects.filter(seen_by(Given("person")), query=Given("query")).distinct())


def may_forget(person: Person, view: SavedView) -> bool:
    """Whoever has it or made it, and who oversees the desk."""
    return view.person_id == person.pk or (view.person_id is None and (view.made_by_id == person.pk or may(person, OVERSEE)))
