"""How much everybody of the desk has, how many hours for it, and where the cases are."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from acuerdo.console.queries.board import Board
from acuerdo.console.queries.capacity import Hours
from acuerdo.console.queries.load import Load, TeamLoad, team_loads, together
from acuerdo.console.queries.moments import Window, midnight
from acuerdo.console.views.addresses import all_of, asking
from acuerdo.console.views.effort import in_hours
from acuerdo.console.views.rows import level
from acuerdo.console.views.whose import level_name
from acuerdo.core.agreements import Agreement

DAY = timedelta(days=1)


class LoadLine(NamedTuple):
    """A person's load with its bars in percent of the greatest, and where their cases are."""

    load: Load
    level: str
    left: str
    ours: float
    waiting: float
    today_query: str
    ours_query: str
    waiting_query: str


def load_of(found: Sequence[Load], board: Board, now: datetime, agreement: Agreement) -> dict[str, object]:
    """Say how much everybody has and how many hours for it, those with most first; who is away and who stands in for them."""
    most = max((one.ours + one.waiting for one in found), default=0) or 1
    asked, every = asked_of_load(now), together(found)
    is_over = every is not None and not every.week  # said once, not of everybody
    made = [
        LoadLine(
            one,
            level(one.person.level, agreement),
            left_in_words(None if is_over else one.hours),
            100 * one.ours / most,
            100 * one.waiting / most,
            *(all_of(asking("responsable", str(one.person.pk)), each) for each in asked),
        )
        for one in sorted(found, key=lambda one: (-one.ours - one.waiting, one.person.name))
    ]
    return {
        "loads": made,
        "levels": levels_of(found, agreement, is_over=is_over),
        "teams": [team_line(team, asked, is_over=is_over) for team in team_loads(board.teams, found)],
        "has_hours": every is not None,
        "week_is_over": is_over,
    }


class LevelLine(NamedTuple):
    """What the people of a level of the ladder have left together, and how many of them are here."""

    label: str
    present: int
    members: int
    left: str


def levels_of(people: Sequence[Load], agreement: Agreement, *, is_over: bool) -> list[LevelLine]:
    """Give the levels that have people, from the first on."""
    lines = []
    for step in agreement.ladder.steps if agreement.ladder else ():
        if theirs := [one for one in people if one.person.level == step]:
            here = sum(one.away is None for one in theirs)
            left = left_in_words(None if is_over else together(theirs))
            lines.append(LevelLine(level_name(step, agreement), here, len(theirs), left))
    return lines


def left_in_words(hours: Hours | None) -> str:
    """«5 h hoy · 22 h en la semana»; nothing where hours cannot be counted."""
    if hours is None:
        return ""
    if not hours.week:
        return _("sin más horas esta semana")
    week = _("%(hours)s en la semana") % {"hours": f"{round(hours.week / 3600)} h"}
    return f"{_('%(hours)s hoy') % {'hours': in_hours(hours.today // 60)}} · {week}" if hours.today else week


class TeamLine(NamedTuple):
    """A team's load, and where its cases are: all of them, late or due today, the desk's turn, somebody else's."""

    load: TeamLoad
    left: str
    query: str
    today_query: str
    ours_query: str
    waiting_query: str


def team_line(load: TeamLoad, asked: Sequence[str], *, is_over: bool) -> TeamLine:
    """Say where each number of a team's load leads."""
    team = asking("equipo", load.slug)
    return TeamLine(load, left_in_words(None if is_over else load.hours), all_of(team), *(all_of(team, each) for each in asked))


def asked_of_load(now: datetime) -> Sequence[str]:
    """Give what the numbers of a person's load ask of a case: late or due today, the desk's turn, somebody else's."""
    return asking("vence", str(Window(None, midnight(now) + DAY))), asking("turno", "mesa"), asking("turno", "espera")
