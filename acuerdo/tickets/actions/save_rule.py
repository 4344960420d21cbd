"""The desk's rules of where cases go: written down, put in another order, taken away. Each change is kept in the log."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from acuerdo.events.actions.keep import keep, said
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.tickets.events import RuleKept, RuleRemoved
from acuerdo.tickets.models import RoutingRule

#: What the log keeps of a rule that is taken away.
FIELDS = ("place", "on", "reached", "type", "product", "department", "organisation", "team", "level", "person", "skill", "shares")


@transaction.atomic
def save_rule(pk: int | None, values: Mapping[str, Any], *, by: Actor, at: datetime) -> RoutingRule:
    """Make a rule, the last of all, or change one where it stands. Raises RoutingRule.DoesNotExist."""
    rules = held()
    rule = next((each for each in rules if each.pk == pk), None) if pk else RoutingRule(place=len(rules) + 1)
    if rule is None:
        raise RoutingRule.DoesNotExist
    before, after = keep(rule, values)
    if before or after:
        record(RuleKept(subject_id=rule.pk, before=before, after=after), by=by, at=at)
    return rule


@transaction.atomic
def move_rule(pk: int, steps: int, *, by: Actor, at: datetime) -> None:
    """Have a rule asked earlier (steps < 0) or later; beyond the ends it stays at the end. One that is gone moves nothing."""
    rules = held()
    old = next((place for place, each in enumerate(rules) if each.pk == pk), None)
    if old is None:
        return
    new = min(max(old + steps, 0), len(rules) - 1)
    rules.insert(new, rules.pop(old))
    for place, rule in enumerate(rules, start=1):
        rule.place = place
    RoutingRule.objects.bulk_update(rules, ["place"])
    if new != old:
        record(RuleKept(subject_id=pk, before={"place": old + 1}, after={"place": new + 1}), by=by, at=at)


@transaction.atomic
def remove_rule(pk: int, *, by: Actor, at: datetime) -> None:
    """Take a rule away; cases that it placed stay where they are. One that is gone is no trouble."""
    rule = next((each for each in held() if each.pk == pk), None)
    if rule is None:
        return
    was = {name: value for name in FIELDS if (value := said(rule, name)) not in (None, "", False)}
    record(RuleRemoved(subject_id=rule.pk, before=was), by=by, at=at)
    rule.delete()


def held() -> list[RoutingRule]:
    """All rules in their order, locked: two who order them do it one after the other."""
    rules = RoutingRule.objects.select_for_update(of=("self",)).select_related("team", "person", "organisation")
    return list(rules.order_by("place", "pk"))
