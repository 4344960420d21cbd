"""How much everybody of the desk has, how many hours for it, and where the cases are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from acuerdo.console.queries import View
from acuerdo.console.queries.capacity import Hours
from acuerdo.console.queries.load import Load, TeamLoad, loads, team_loads, together
from acuerdo.console.queries.moments import Window, local
from acuerdo.console.views.effort import in_hours
from acuerdo.console.views.matrix import level_name
from acuerdo.console.views.rows import level
from acuerdo.core.agreements import Agreement
from acuerdo.core.hours import Calendar


@dataclass(frozen=True, slots=True)
class LoadLine:
    """A person's load with its bars in percent of the greatest, and where their cases are."""

    load: Load
    level: str
    left: str
    ours: float
    waiting: float
    today_query: str
    ours_query: str
    waiting_query: str


def load_of(now: datetime, agreement: Agreement, main: Calendar) -> dict[str, object]:
    """Say how much everybody has and how many hours for it, who is away and who stands in for them."""
    found = loads(now, main)
    most = max((one.ours + one.waiting for one in found), default=0) or 1
    made = [
        LoadLine(
            one,
            level(one.person.level, agreement),
            left_in_words(one.hours),
            100 * one.ours / most,
            100 * one.waiting / most,
            *(View(chosen=tuple(sorted([("responsable", (str(one.person.pk),)), asked]))).query for asked in asked_of_load(now)),
        )
        for one in found
    ]
    teams = team_loads(now, found)
    return {"loads": made, "levels": levels_of(found, agreement), "teams": [team_line(team, now) for team in teams]}


@dataclass(frozen=True, slots=True)
class LevelLine:
    """What the people of a level of the ladder have left together, and how many of them are here."""

    label: str
    present: int
    members: int
    left: str


def levels_of(people: Sequence[Load], agreement: Agreement) -> list[LevelLine]:
    """Give the levels that have people, from the first on."""
    lines = []
    for step in agreement.ladder.steps if agreement.ladder else ():
        if theirs := [one for one in people if one.person.level == step]:
            here = sum(one.away is None for one in theirs)
            lines.append(LevelLine(level_name(step, agreement), here, len(theirs), left_in_words(together(theirs))))
    return lines


def left_in_words(hours: Hours | None) -> str:
    """«5 h hoy · 22 h en la semana»; nothing where hours cannot be counted."""
    if hours is None:
        return ""
    if not hours.week:
        return _("sin más horas esta semana")
    week = _("%(hours)s en la semana") % {"hours": f"{round(hours.week / 3600)} h"}
    return f"{_('%(hours)s hoy') % {'hours': in_hours(hours.today // 60)}} · {week}" if hours.today else week


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team's load, and where its cases are: all of them, late or due today, the desk's turn, somebody else's."""

    load: TeamLoad
    left: str
    query: str
    today_query: str
    ours_query: str
    waiting_query: str


def team_line(load: TeamLoad, now: datetime) -> TeamLine:
    """Say where each number of a team's load leads."""
    team = ("equipo", (load.team.slug,))
    return TeamLine(
        load,
        left_in_words(load.hours),
        View(chosen=(team,)).query,
        *(View(chosen=tuple(sorted([team, asked]))).query for asked in asked_of_load(now)),
    )


def asked_of_load(now: datetime) -> Sequence[tuple[str, tuple[str, ...]]]:
    """Give what the numbers of a person's load ask of a case: late or due today, the desk's turn, somebody else's."""
    midnight = local(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return ("vence", (str(Window(None, midnight)),)), ("turno", ("mesa",)), ("turno", ("espera",))
