"""The rows of the queue: `{% load queue %}`."""

from functools import cache

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from acuerdo.console.views.rows import Row
from acuerdo.ui.markup import filled
from acuerdo.ui.templatetags.ui import due_chip, face, icon, prio

register = template.Library()

#: Fifty of these are most of the page: as a pattern a row takes a tenth of what a template takes (design/performance.md).
ROW = (
    '<li class="item{new}" data-row hx-get="{url}vistazo/{query}" hx-trigger="click, focusin delay:150ms" hx-target="#peek"'
    ' hx-select="#peek" hx-swap="outerHTML" hx-sync="#queue:replace">{tick}{chip}'
    '<a class="what" href="{url}{query}" data-open><span class="what__t clip">{subject}</span>'
    '<span class="what__s">{channel}{here}<span class="clip">#{number} · {customer}{plan}</span></span></a>'
    '<div class="facts2">{urgency}<small class="clip">{status}{level}</small></div>{face}'
    '<div class="last"><b><time datetime="{last_at}" title="{last_exact}">{last_words}</time></b>'
    '<small class="clip">{last_by}</small></div></li>'
)
TICK = '<input class="tick" type="checkbox" name="number" value="{number}" form="bulk" aria-label="{label}">'
HERE = '<span class="here" data-here="{}">{}</span>'
NO_TICK = SafeString('<span class="item__edge"></span>')
NEW = SafeString(" is-new")


@register.simple_tag
def queue_row(row: Row, query: str, *, pick: bool) -> SafeString:
    """One case: a link to it, and its preview on a click beside the link or when the keys come by."""
    urgency = row.urgency
    return filled(
        ROW,
        new=NEW if row.is_new else "",
        url=f"{cases()}{row.number}/",
        query=query,
        tick=filled(TICK, number=row.number, label=_("Elegir el caso %(n)s") % {"n": row.number}) if pick else NO_TICK,
        chip=due_chip(row.chip),
        subject=row.subject,
        here=filled(HERE, row.number, row.here),
        channel=icon(row.channel_icon, "i i--s", row.channel),
        number=row.number,
        customer=row.customer,
        plan=f" · {row.plan}" if row.plan else "",
        urgency=prio(urgency.level, urgency.of, urgency.label) if urgency else unclassified(),
        status=row.status,
        level=f" · {row.level}" if row.level else "",
        face=face(row.assignee, us=row.is_mine),
        last_at=row.last_at.isoformat(),
        last_exact=row.last_exact,
        last_words=row.last_words,
        last_by=row.last_by,
    )


@cache
def cases() -> str:
    """Give the address under which cases are, asked for once."""
    return reverse("console:queue") + "casos/"


def unclassified() -> SafeString:
    """Say that nobody has decided how urgent it is."""
    return filled('<span class="quiet">{}</span>', _("Sin clasificar"))
