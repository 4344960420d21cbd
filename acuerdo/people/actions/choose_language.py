"""A person reads in another language from now on, and so do their mails and notices."""

from acuerdo.people.models import Person


def choose_language(person_id: int, language: str) -> None:
    """Keep it. Nothing follows from it, so it is no event."""
    Person.objects.filter(pk=person_id).update(language=language)
