"""Who published which version, out of the log."""

from acuerdo.events.models import Event
from acuerdo.people.queries import names

PUBLISHED = "manual.published"


def publishers() -> dict[int, str]:
    """The name behind each version, by its key; a version that came with the desk has none."""
    log = Event.objects.filter(subject_kind="manual", kind=PUBLISHED, actor_kind="person").values_list("subject_id", "actor_id")
    by = {version: person for version, person in log if person}
    known = names(by.values())
    return {version: known.get(person, "") for version, person in by.items()}
