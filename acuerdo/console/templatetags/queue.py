"""The rows of the queue: `{% load queue %}`."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from acuerdo.console.queries.view import OF_THE_MANUAL
from acuerdo.console.views.cells import Cell
from acuerdo.console.views.columns import SUBJECT
from acuerdo.console.views.rows import Row
from acuerdo.ui.components import ICONS
from acuerdo.ui.language import tongue
from acuerdo.ui.markup import filled
from acuerdo.ui.templatetags.ui import due_chip, face, icon, prio

register = template.Library()

#: Fifty of these are most of the page: as a pattern a row takes a tenth of what a template takes (design/performance.md).
ROW = (
    '<li class="item{new}" id="row-{number}" data-row hx-get="{url}vistazo/{query}" hx-trigger="click, focusin delay:150ms"'
    ' hx-target="#peek" hx-select="#peek" hx-swap="outerHTML" hx-sync="#queue:replace">{tick}{chip}'
    '<a class="what" href="{url}{query}" data-open><span class="what__t clip">{unread}{subject}</span>'
    '<span class="what__s">{channel}{quick}<span class="here" data-here="{number}">{here}</span>'
    '<span class="clip">#{number} · {customer}{plan}</span></span></a>'
    '<div class="facts2">{urgency}<small class="clip">{status}{level}</small></div>{face}'
    '<div class="last"><b><time datetime="{last_at}" title="{last_exact}">{last_words}</time></b>'
    '<small class="clip">{last_by}</small></div></li>'
)
#: The same in columns somebody chose; what they leave out is there for a phone, which shows a row as it is drawn.
IN_COLUMNS = (
    '<li class="item item--cols{new}" id="row-{number}" data-row hx-get="{url}vistazo/{query}" hx-trigger="click, focusin delay:150ms"'
    ' hx-target="#peek" hx-select="#peek" hx-swap="outerHTML" hx-sync="#queue:replace">{tick}{cells}{left}'
    '<div class="facts2 of-phone">{urgency}<small class="clip">{status}{level}</small></div><span class="of-phone">{face}</span>'
    '<div class="last of-phone"><b><time datetime="{last_at}" title="{last_exact}">{last_words}</time></b></div></li>'
)
CELL = '<span class="cell c-{size}{kind}" title="{title}">{icon}<span class="sr">{label}: </span><span class="clip">{words}</span></span>'
OF_CHIP = '<span class="cell c-vence">{}</span>'
OF_PERSON = '<span class="cell c-responsable">{}<span class="clip">{}</span></span>'
OF_ACTIVITY = '<span class="cell c-actividad"><time datetime="{}" title="{}">{}</time><small class="clip">{}</small></span>'
OF_URGENCY = '<span class="cell c-dato" title="{}"><span class="sr">{}: </span>{}</span>'
OF_SUBJECT = (
    '<a class="what c-asunto" href="{url}{query}" data-open title="{subject}"><span class="what__t clip">{unread}{subject}</span>'
    '<span class="what__s">{quick}<span class="here" data-here="{number}">{here}</span>'
    '<span class="clip of-phone">#{number} · {customer}{plan}</span></span></a>'
)
QUICK = '<span class="quick" title="{}">{}</span>'
TICK = '<input class="tick" type="checkbox" name="number" value="{number}" form="bulk" aria-label="{label}">'
NO_TICK = SafeString('<span class="item__edge"></span>')
NEW = SafeString(" is-new")


class Fixed(NamedTuple):
    """What rows say that is the same in each; `tick` has places for a case's number."""

    tick: SafeString
    unread: SafeString
    little_effort: SafeString
    unclassified: SafeString


@register.simple_tag
def queue_rows(rows: Sequence[Row], query: str, *, pick: bool) -> SafeString:
    """Cases, each a link to it, and its preview on a click beside the link or when the keys come by."""
    words = fixed(tongue())
    return SafeString("".join([queue_row(row, query, words, pick=pick) for row in rows]))


def queue_row(row: Row, query: str, words: Fixed, *, pick: bool) -> SafeString:
    """One of them."""
    said = spoken(row, query, words)
    said["tick"] = SafeString(words.tick.format(row.number)) if pick else NO_TICK
    if not row.cells:
        return filled(ROW, **said)
    cells = SafeString("".join(drawn(one, row, said) for one in row.cells))
    left = "" if any(one.column.name == "vence" for one in row.cells) else filled('<span class="of-phone">{}</span>', said["chip"])
    return filled(IN_COLUMNS, cells=cells, left=left, **said)


@cache
def fixed(_language: str | None) -> Fixed:
    """Say it in the language of now, once for each."""
    effort = _("Poco esfuerzo")
    return Fixed(
        tick=filled(TICK, number="{0}", label=_("Elegir el caso %(n)s") % {"n": "{0}"}),
        unread=filled('<i class="unread" role="img" aria-label="{0}" title="{0}"></i>', _("Sin leer")),
        little_effort=filled("{}{}", icon("bolt", "i i--s"), effort),
        unclassified=filled('<span class="quiet">{}</span>', _("Sin clasificar")),
    )


def spoken(row: Row, query: str, words: Fixed) -> dict[str, object]:
    """What the patterns have places for."""
    urgency = row.urgency
    return {
        "new": NEW if row.is_new else "",
        "url": f"{cases()}{row.number}/",
        "query": query,
        "chip": due_chip(row.chip),
        "unread": words.unread if row.is_unread else "",
        "subject": row.subject,
        "here": row.here,
        "quick": filled(QUICK, row.quick, words.little_effort) if row.quick else "",
        "channel": icon(row.channel_icon, "i i--s", row.channel),
        "number": row.number,
        "customer": row.customer,
        "plan": f" · {row.plan}" if row.plan else "",
        "urgency": prio(urgency.level, urgency.of, urgency.label) if urgency else words.unclassified,
        "status": row.status,
        "level": f" · {row.level}" if row.level else "",
        "face": face(row.assignee, us=row.is_mine, alone=True),
        "last_at": row.last_at.isoformat(),
        "last_exact": row.last_exact,
        "last_words": row.last_words,
        "last_by": row.last_by,
    }


def drawn(one: Cell, row: Row, said: dict[str, object]) -> SafeString:
    """A cell: most are words, a few are drawn as in the row."""
    name, label = one.column.name, one.column.label
    if name == SUBJECT:
        return filled(OF_SUBJECT, **said)
    if name == "vence":
        return filled(OF_CHIP, said["chip"])
    if name == "responsable":
        return filled(OF_PERSON, face(row.assignee, us=row.is_mine), row.assignee or _("Nadie"))
    if name == "actividad":
        return filled(OF_ACTIVITY, said["last_at"], said["last_exact"], row.last_words, row.last_by)
    if row.urgency and name == f"{OF_THE_MANUAL}{row.urgency.name}":
        return filled(OF_URGENCY, row.urgency.label, label, said["urgency"])
    mark = icon(ICONS[one.kind], "i i--s") if one.kind else ""
    kind = f" due--{one.kind}" if one.kind else ""
    return filled(CELL, size=one.column.size, kind=kind, title=one.title, icon=mark, label=label, words=one.words or "–")


@cache
def cases() -> str:
    """Give the address under which cases are, asked for once."""
    return reverse("console:queue") + "casos/"
