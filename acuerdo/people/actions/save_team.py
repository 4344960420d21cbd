"""Writing a team down."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.events.actions.keep import keep
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.events import TeamKept
from acuerdo.people.models import Person, Team


@transaction.atomic
def save_team(pk: int | None, values: Mapping[str, Any], members: Iterable[Person], *, by: Actor, at: datetime) -> Team:
    """Make a team, or change one."""
    team = Team.objects.select_for_update().get(pk=pk) if pk else Team()
    before, after = keep(team, values)
    had, wanted = sorted(map(str, team.members.all())), list(members)
    if had != sorted(map(str, wanted)):
        team.members.set(wanted)
        before, after = {**before, "members": had}, {**after, "members": sorted(map(str, wanted))}
    if after:
        record(TeamKept(subject_id=team.pk, before=before, after=after), by=by, at=at)
    return team
