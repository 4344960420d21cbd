"""The rows of supervision: `{% load board %}`. Drawn a hundred times on a page: as patterns they take a tenth of what templates take."""

from functools import cache
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from acuerdo.console.queries.raised import Raised
from acuerdo.console.views.kept import Kept, KeptLine
from acuerdo.console.views.load import LevelLine, LoadLine, TeamLine
from acuerdo.console.views.matrix import Cell, Line
from acuerdo.console.views.rail import shown
from acuerdo.ui.markup import filled
from acuerdo.ui.numbers import Count
from acuerdo.ui.templatetags.ui import face, icon, instant, pct

register = template.Library()

ZERO = SafeString('<span class="zero">·</span>')
NUMBER = '<a class="num" href="{}">{}</a>'
SPOKEN = '<a class="num" href="{}" aria-label="{}">{}</a>'
DUE_ROW = '<tr><th scope="row"><span class="load">{}<span class="clip">{}</span></span></th>{}<td>{}</td></tr>'
DUE_CELL = (
    '<td class="mid"><a class="cellnum" href="{0}" aria-label="{1}" title="{1}"><span class="pips" aria-hidden="true">{2}</span>'
    '<span class="num">{3}</span></a></td>'
)
DUE_NONE = SafeString(f'<td class="mid">{ZERO}</td>')
DUE_TOTALS = '<tr><th scope="row" class="soft">{}</th>{}<td>{}</td></tr>'
PIPS = {kind: f'<i class="pip pip--{kind}"></i>' for kind in ("late", "near", "run")}
LOAD_ROW = (
    '<tr><th scope="row"><span class="load">{face}'
    '<span class="load__who"><span class="clip">{name}</span>{away}{left}</span></span></th>'
    '<td class="load__cell"><svg class="load__bar" aria-hidden="true"><rect class="load__ours" width="{ours}" height="10"/>'
    '<rect x="{ours}" width="{waiting}" height="10" fill="url(#p-fine)"/></svg></td>{numbers}</tr>'
)
AWAY, LEFT = "<small>{}</small>", '<small class="load__left">{}</small>'
TEAM_ROW = (
    '<tr><th scope="row" colspan="2"><span class="load load--whole"><a class="num clip" href="{}">{}</a>'
    '<small class="quiet">{}{}</small></span></th>{}</tr>'
)
LEVEL_ROW = (
    '<tr><th scope="row" colspan="5"><span class="load load--whole"><span class="clip">{}</span>'
    '<small class="quiet">{}{}</small></span></th></tr>'
)
RAISED_ROW = (
    '<li><div class="clip"><a class="num" href="{url}casos/{number}/">#{number}</a> {subject}<small>{customer} · {how}</small></div>'
    '<div class="r">{path}{since}</div></li>'
)
SINCE = '<br><span class="quiet">{}</span>'
NUMBERS = "<td>{}</td><td>{}</td><td>{}</td>"
KEPT = (
    '<td><span class="meet{low}"><a class="num quiet" href="{url}">{words}</a><svg class="meet__bar" aria-hidden="true">'
    '<rect class="meet__all" width="100%" height="100%" rx="2.5"/><rect class="meet__kept" width="{bar}" height="100%" rx="2.5"/></svg>'
    "{percent}</span></td>"
)
KEPT_NONE = SafeString(f"<td>{ZERO}</td>")
KEPT_ROW = '<tr><th scope="row"><span class="clip">{}</span></th>{}</tr>'
PERCENT, LOW = '<b class="meet__pc">{}</b>', '<a class="meet__pc" href="{}&amp;resultado=breached">{}{}</a>'


@register.simple_tag
def due_row(line: Line) -> SafeString:
    """A line of what is due: each number with its marks, and a link to its cases."""
    who = "" if line.face is None else face(line.face, us=line.is_me)
    cells = SafeString("".join(due_cell(cell) if cell.count else DUE_NONE for cell in line.cells))
    return filled(DUE_ROW, who, line.name, cells, spoken(line.total))


def due_cell(cell: Cell) -> SafeString:
    """A number of the matrix, with its marks."""
    return filled(DUE_CELL, queue() + cell.query, cell.label, SafeString("".join(PIPS[pip] for pip in cell.pips)), cell.number)


@register.simple_tag
def due_totals(line: Line) -> SafeString:
    """The last line: everybody's."""
    cells = SafeString("".join(f'<td class="mid">{spoken(cell)}</td>' for cell in line.cells))
    every = filled(SPOKEN, queue() + line.total.query, line.total.label, filled("<b>{}</b>", line.total.number))
    return filled(DUE_TOTALS, line.name, cells, every)


def spoken(cell: Cell) -> SafeString:
    """A number that says what it counts, to those who do not see its column."""
    return filled(SPOKEN, queue() + cell.query, cell.label, cell.number) if cell.count else ZERO


@register.simple_tag
def load_row(line: LoadLine) -> SafeString:
    """A person's load."""
    load = line.load
    return filled(
        LOAD_ROW,
        face=face(load.person.name),
        name=load.person.name,
        away=filled(AWAY, away(load.away.substitute)) if load.away else "",
        left=filled(LEFT, " · ".join(filter(None, (line.level, line.left)))) if line.level or line.left else "",
        ours=pct(line.ours),
        waiting=pct(line.waiting),
        numbers=numbers(line),
    )


def away(substitute: str) -> str:
    """Say that somebody is away, and who stands in."""
    return _("ausente · lo reemplaza %(name)s") % {"name": substitute} if substitute else _("ausente · sin reemplazo")


@register.simple_tag
def team_row(line: TeamLine) -> SafeString:
    """A team's load."""
    load = line.load
    left = f" · {line.left}" if line.left else ""
    return filled(TEAM_ROW, queue() + line.query, load.name, present(load.present, load.members), left, numbers(line))


@register.simple_tag
def level_row(line: LevelLine) -> SafeString:
    """What the people of a level have left."""
    return filled(LEVEL_ROW, line.label, present(line.present, line.members), f" · {line.left}" if line.left else "")


def present(here: int, members: int) -> str:
    """Say how many of some people are here."""
    return _("%(here)s de %(all)s presentes") % {"here": here, "all": members}


def numbers(line: LoadLine | TeamLine) -> SafeString:
    """What is due today, what waits for the desk and what for others."""
    load = line.load
    today = filled(NUMBER, queue() + line.today_query, shown(load.today)) if load.today else ZERO
    ours, waiting = (
        filled(NUMBER, queue() + query, shown(count)) for query, count in ((line.ours_query, load.ours), (line.waiting_query, load.waiting))
    )
    return filled(NUMBERS, today, ours, waiting)


@register.simple_tag
def kept_row(line: KeptLine) -> SafeString:
    """A plan with its promises."""
    return filled(KEPT_ROW, line.name, SafeString("".join(map(kept_cell, line.cells))))


def kept_cell(cell: Kept | None) -> SafeString:
    """A promise kept, of so many, and how often in percent; where that is seldom, a link to the broken ones."""
    if cell is None:
        return KEPT_NONE
    url = promises() + cell.query
    words = _("%(met)s de %(all)s") % {"met": Count(cell.figures.met), "all": Count(cell.figures.decided)}
    mark = icon("alert-triangle", "i i--s")
    percent = filled(LOW, url, mark, cell.percent) if cell.is_low else filled(PERCENT, cell.percent)
    return filled(KEPT, low=" is-low" if cell.is_low else "", url=url, words=words, bar=pct(cell.bar), percent=percent)


@register.simple_tag(takes_context=True)
def raised_row(context: dict[str, Any], one: Raised, path: str) -> SafeString:
    """A case above the first level: from where it was raised, since when and by whom; whose it is where nobody raised it."""
    how = (_("a mano") if one.cause == "hand" else _("por una regla")) if one.at else one.assignee or _("sin responsable")
    return filled(
        RAISED_ROW,
        url=queue(),
        number=one.number,
        subject=one.subject,
        customer=one.customer or "",
        how=how,
        path=path,
        since=filled(SINCE, instant(context, one.at, "since")) if one.at else "",
    )


@cache
def queue() -> str:
    """Give the queue's address, asked for once."""
    return reverse("console:queue")


@cache
def promises() -> str:
    """Give the address of the promises behind a figure, asked for once."""
    return reverse("console:promises")
