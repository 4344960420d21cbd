"""Changing a person: what they are called, what they may do, where they stand, when they work."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.events.actions.keep import keep
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.live.tell import end_streams
from acuerdo.people.actions.end_sessions import end_sessions
from acuerdo.people.events import Changed
from acuerdo.people.models import Person, Role, Team

#: What is personal: kept where it can be erased (Ley 1581).
PERSONAL = frozenset({"name", "email", "signature"})


class LastAdministrator(Refusal):
    """Nobody else could undo this: they are the only administrator who can sign in."""

    code = "people.last_administrator"


@transaction.atomic
def change_person(pk: int, values: Mapping[str, Any], teams: Iterable[Team] | None = None, *, by: Actor, at: datetime) -> Person:
    """Change a person. Other rights end their live streams, being switched off ends their sessions too. Raises LastAdministrator."""
    # All administrators, in one order: two who take each other's right at once must not leave none.
    administrators = {one.pk: one for one in Person.objects.select_for_update().filter(role=Role.ADMIN, is_active=True).order_by("pk")}
    person = administrators.get(pk) or Person.objects.select_for_update().get(pk=pk)
    stays = values.get("role", person.role) == Role.ADMIN and values.get("is_active", person.is_active)
    if pk in administrators and not stays and not any(one.has_usable_password() for one in administrators.values() if one.pk != pk):
        msg = f"Person {pk} is the last administrator."
        raise LastAdministrator(msg)
    before, after = keep(person, values)
    if teams is not None:
        had, wanted = sorted(map(str, person.teams.all())), list(teams)
        if had != sorted(map(str, wanted)):
            person.teams.set(wanted)
            before, after = {**before, "teams": had}, {**after, "teams": sorted(map(str, wanted))}
    if after:
        plain = [{name: value for name, value in side.items() if name not in PERSONAL} for side in (before, after)]
        detail = {
            label: {name: value for name, value in side.items() if name in PERSONAL}
            for label, side in (("before", before), ("after", after))
            if PERSONAL & set(side)
        }
        record(Changed(subject_id=pk, before=plain[0], after=plain[1], detail=detail), by=by, at=at)
    if "is_active" in after and not person.is_active:
        end_sessions(pk)
    elif "role" in after:
        end_streams(person=pk)
    return person
