"""How a person looks at the queue from now on: which columns, and whether a case is previewed beside it."""

from collections.abc import Sequence

from acuerdo.people.models import Person


def look_at_queue(person_id: int, *, columns: Sequence[str] = (), peek: bool = True) -> None:
    """Keep it; no columns and a preview are the desk's own way, of which nothing is kept. Nothing follows from it, so it is no event."""
    kept = {**({"columns": list(columns)} if columns else {}), **({} if peek else {"peek": False})}
    Person.objects.filter(pk=person_id).update(queue=kept)
