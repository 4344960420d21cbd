"""Writing down what some of the desk's people know, so that rules can ask for it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.events.actions.keep import keep
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.models import Person
from acuerdo.tickets.events import SkillKept
from acuerdo.tickets.models import Skill


@transaction.atomic
def save_skill(pk: int | None, values: Mapping[str, Any], people: Iterable[Person], *, by: Actor, at: datetime) -> Skill:
    """Make a skill, or change it and who has it."""
    skill = Skill.objects.select_for_update().get(pk=pk) if pk else Skill()
    before, after = keep(skill, values)
    had, wanted = sorted(map(str, skill.people.all())), list(people)
    if had != sorted(map(str, wanted)):
        skill.people.set(wanted)
        before, after = {**before, "people": had}, {**after, "people": sorted(map(str, wanted))}
    if before or after:
        record(SkillKept(subject_id=skill.pk, before=before, after=after), by=by, at=at)
    return skill


@transaction.atomic
def set_skills(person: Person, skills: Iterable[Skill], *, by: Actor, at: datetime) -> None:
    """Write down what a person knows: these, and none besides; each skill that changes is on record."""
    wanted, had = {skill.pk for skill in skills}, set(person.skills.values_list("pk", flat=True))
    for skill in Skill.objects.filter(pk__in=wanted ^ had).order_by("pk"):
        others = skill.people.exclude(pk=person.pk)
        save_skill(skill.pk, {}, [*others, person] if skill.pk in wanted else others, by=by, at=at)
