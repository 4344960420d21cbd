"""The promises behind a number of the report: `{% load promises %}`. Fifty on a page, so they are patterns (design/performance.md)."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from acuerdo.console.queries.stopped import Stopped
from acuerdo.console.templatetags.queue import cases
from acuerdo.console.views.compliance import used
from acuerdo.console.views.promises import Kind
from acuerdo.ui.markup import filled
from acuerdo.ui.templatetags.ui import icon, instant, quoted

register = template.Library()

ROW = (
    '<li><span class="chip chip--{chip}">{icon}{words}</span>'
    '<div class="grow clip"><a class="num" href="{url}{number}/">#{number}</a> {subject}<small>{customer}{assignee}</small></div>'
    '<div class="told__what clip">{label}{cycle}<small>{printed}{estimated}</small></div>'
    '<div class="r"><b>{used}</b><br><span class="quiet">{at}</span></div></li>'
)
CYCLE = ' <span class="quiet">{}</span>'


@register.simple_tag(takes_context=True)
def promise_row(context: dict[str, Any], one: Stopped, kind: Kind) -> SafeString:
    """A promise: how it came out, of which case, what was promised, and how much of its time was used."""
    return filled(
        ROW,
        chip=kind.chip,
        icon=icon(kind.icon, "i i--s"),
        words=kind.words,
        url=cases(),
        number=one.number,
        subject=one.subject,
        customer=one.customer or _("Sin cliente"),
        assignee=f" · {one.assignee}" if one.assignee else "",
        label=one.label,
        cycle=filled(CYCLE, _("ciclo %(n)s") % {"n": one.cycle}) if one.cycle > 1 else "",
        printed=quoted(one.printed) if one.printed else one.target,
        estimated=f" · {_('estimada')}" if one.is_estimated else "",
        used=used(one.elapsed, one.target),
        at=instant(context, one.stopped_at),
    )
