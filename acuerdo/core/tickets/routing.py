"""To whom a case goes: the first rule that fits it, then whom of a team."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Route:
    """A rule: facts that a case must have (an empty value asks for nothing), and where it then goes; empty goes nowhere by it."""

    where: Mapping[str, str]
    team: str = ""
    level: str = ""
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of a team: who they are, how many open cases they have, whether they are there now."""

    person: int
    load: int
    on_duty: bool = True


def route(rules: Iterable[Route], facts: Mapping[str, object]) -> Route | None:
    """Give the first rule whose facts the case has; None where none fits."""
    return next((rule for rule in rules if fits(rule.where, facts)), None)


def fits(where: Mapping[str, str], facts: Mapping[str, object]) -> bool:
    """Whether the case has every fact that a rule asks for."""
    return all(not value or str(facts.get(name, "")) == value for name, value in where.items())


def covered_by(rules: Sequence[Route], place: int) -> int | None:
    """Give the place of the earlier rule that takes all that the rule at `place` asks for, which so is never asked; None for none."""
    return next((earlier for earlier in range(place) if fits(rules[earlier].where, rules[place].where)), None)


def least_loaded(team: Sequence[Colleague]) -> int | None:
    """Give who of the team is there and has the fewest open cases; among equals the first named. None where nobody is there."""
    there = [colleague for colleague in team if colleague.on_duty]
    return min(there, key=lambda colleague: colleague.load).person if there else None
