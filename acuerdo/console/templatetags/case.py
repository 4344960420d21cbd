"""What a case's page draws in rows: `{% load case %}`. As patterns they take a fifth of what a template takes (design/performance.md)."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.defaultfilters import truncatechars
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from acuerdo.console.templatetags.queue import cases
from acuerdo.console.views.customer import Earlier
from acuerdo.console.views.information import Shown
from acuerdo.console.views.telling import Choice
from acuerdo.console.views.timeline import Fold
from acuerdo.ui.markup import filled
from acuerdo.ui.templatetags.ui import icon, instant

register = template.Library()

EVENTS = (
    '<details class="events"{open}><summary>{icon}<b>{count}</b><span class="clip">{summary}</span></summary><ul>{events}</ul></details>'
)
OPEN = SafeString(" open")
EVENT = "<li>{}<span>{}</span></li>"
EARLIER = (
    '<li class="{over}"><a class="clause clip" href="{url}{number}/" title="#{number} {subject}">#{number} {subject}</a>'
    "<small>{status}</small></li>"
)
CHOICE = (
    '<a href="{place}{query}" hx-get="{place}{query}" hx-target="#timeline" hx-select="#timeline" hx-select-oob="#shows"'
    ' hx-swap="outerHTML"{current}>{label}</a>'
)
CURRENT = SafeString(' aria-current="true"')
POINT = '<li class="is-{state}">{icon}<span>{label} <span class="sr">{words}</span>{said}{older}{heard}</span></li>'
SAID = "<small>{}</small>"
NOTED = '<small class="needs-of__heard">{} {}</small>'
#: So much of what was said of a point stands beside a case.
LONGEST = 160


@register.simple_tag(takes_context=True)
def events_told(context: dict[str, Any], fold: Fold, is_open: bool = False) -> SafeString:  # noqa: FBT002  as templates give it
    """What happened between two messages, folded to a line."""
    count = len(fold.events)
    return filled(
        EVENTS,
        open=OPEN if is_open else "",
        icon=icon("chevron-right", "i i--s"),
        count=ngettext("%(n)s hecho", "%(n)s hechos", count) % {"n": count},
        summary=fold.summary,
        events=SafeString("".join([filled(EVENT, instant(context, event.at), event.words) for event in fold.events])),
    )


@register.simple_tag
def lately(earlier: Iterable[Earlier]) -> SafeString:
    """The last cases of a customer."""
    return joined(
        filled(EARLIER, over="" if one.is_open else "is-over", url=cases(), number=one.number, subject=one.subject, status=one.status)
        for one in earlier
    )


@register.simple_tag
def shows_of(choices: Iterable[Choice], place: str) -> SafeString:
    """Which part of the line of time can be looked at."""
    return joined(filled(CHOICE, place=place, query=one.query, current=CURRENT if one.chosen else "", label=one.label) for one in choices)


@register.simple_tag
def points_of(points: Iterable[Shown]) -> SafeString:
    """Where each point of the minimum information stands."""
    return joined(point(one) for one in points)


def point(one: Shown) -> SafeString:
    """One of them."""
    heard: SafeString | str = ""
    if one.heard:
        heard = filled(NOTED, icon("message-2", "i i--s"), filled("{} <q>{}</q>", _("Parece que respondió:"), one.heard))
    elif one.heard is not None:
        heard = filled(NOTED, icon("message-2", "i i--s"), _("Parece que respondió: envió archivos."))
    return filled(
        POINT,
        state=one.state,
        icon=icon(one.icon, "i i--s"),
        label=one.label,
        words=one.words,
        said=filled(SAID, truncatechars(one.said, LONGEST)) if one.said else "",
        older=filled(NOTED, icon("alert-triangle", "i i--s"), one.older) if one.older else "",
        heard=heard,
    )


def joined(rows: Iterable[SafeString]) -> SafeString:
    """All of them, one after the other."""
    return SafeString("".join(rows))
