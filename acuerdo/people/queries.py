"""Questions about people."""

from collections.abc import Iterable

from acuerdo.people.models import Person, Role


def staff() -> "list[Person]":
    """The desk's people who can be given a case, by name."""
    return list(Person.objects.filter(is_active=True).exclude(role__in=[Role.CUSTOMER, Role.AUDITOR]).order_by("name"))


def at_level(level: str) -> list[Person]:
    """Those of a level of the ladder."""
    return list(Person.objects.filter(is_active=True, level=level).exclude(role=Role.CUSTOMER).order_by("pk"))


def titled(titles: Iterable[str]) -> list[Person]:
    """Those who have one of these roles of the manual, or one of these product roles."""
    wanted = list(titles)
    active = Person.objects.filter(is_active=True).exclude(role=Role.CUSTOMER)
    return list(active.filter(title__in=wanted).union(active.filter(role__in=wanted)).order_by("pk"))


def names(ids: Iterable[int]) -> dict[int, str]:
    """Names by id, in one query."""
    return dict(Person.objects.filter(pk__in=set(ids)).values_list("pk", "name"))
