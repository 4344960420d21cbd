"""The clocks of a case: `{% load clocks %}`.

A page draws each twice, for a desk and for a phone, and each has dozens of marks: as patterns they take a tenth of what templates take.
"""

from collections.abc import Iterator, Sequence

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from acuerdo.ui.components import ClockPanel, ClockView, Day, Lane, LaneSegment
from acuerdo.ui.markup import filled
from acuerdo.ui.templatetags.ui import icon, pct, quoted

register = template.Library()

CLOCK = (
    '<div class="clock{done}"><div class="clock__row"><div class="clock__name">{label}<small><svg class="use" aria-hidden="true">'
    '<rect class="use__all" width="100%" height="100%" rx="2"/><rect class="use__n{bar}" width="{share}" height="100%" rx="2"/></svg>'
    '{used}</small></div>{lane}<div class="clock__due{state}">{due}<small>{mark}{detail}</small></div></div>{why}</div>'
)
MARKS = {"met": "circle-check", "answered": "circle-check", "near": "alert-triangle", "late": "alert-octagon", "missed": "alert-octagon"}
WHY = '<dl class="why"><dt>{ask}<span class="why__colon">:</span></dt> <dd>{scope}{printed}{clause}{stop}{why}{why_if}</dd></dl>'
LANE = '<svg class="lane" role="img" aria-label="{}">{}</svg>'
GRID = '<line class="{0}" x1="{1}" x2="{1}" y1="0" y2="100%"/>'
OFF = '<rect class="seg seg--off" x="{}" width="{}"/>'
SEGMENT = '<g><title>{title}</title><rect class="seg seg--{kind}" x="{left}" width="{width}"/>{over}</g>{words}'
PATTERN = '<rect class="seg seg__pattern" x="{left}" width="{width}" fill="url(#p-{kind})"/>'
PATTERNED = frozenset({"rest", "fest", "over"})
WORDS = '<foreignObject class="seg__words" x="{}" width="{}"><div><span>{}<span class="clip">{}</span></span></div></foreignObject>'
DUE = '<svg class="due-at" x="{}" y="3"><rect width="2" height="100%"/><path d="M0 0l10 4.5l-10 4.5z"/></svg>'
DUE_IF = '<svg class="due-at due-at--if" x="{}" y="3"><rect width="2" fill="url(#p-if)"/><path d="M0 0l10 4.5l-10 4.5z"/></svg>'
DONE = '<svg class="done-at" x="{}" y="50%"><circle r="11" class="done-at__edge"/><circle r="9"/><path d="M-4 .5l3 3l5 -6"/></svg>'
PIN = '<foreignObject class="pin{}" x="{}" width="{}"><div><span class="clip">{}</span></div></foreignObject>'
DAYS = '<svg class="days{}" aria-hidden="true">{}</svg>'
DAY = (
    '<foreignObject x="{left}" width="{width}"><div class="day{off}{now}"><b class="day__name">{name}</b>'
    '<b class="day__letter">{letter}<br>{number}</b>{sub}</div></foreignObject>'
)
NOW = '<svg class="now-pill{}" x="{}"><foreignObject x="-70" width="140"><div><span>{}</span></div></foreignObject></svg>'
#: So near to an edge, percent, the words of now stand inside it: they are as wide as a day or two.
EDGE = 9.0
#: From so many days on their names are short.
MANY = 5


@register.simple_tag
def clock_row(clock: ClockView, days: Sequence[Day]) -> SafeString:
    """One clock: its name and share, its lane over these days, when it is due, and why."""
    return filled(
        CLOCK,
        done="" if clock.live else " clock--done",
        label=clock.label,
        bar=f" use__n--{clock.bar_state}" if clock.bar_state else "",
        share=pct(min(clock.used_share, 100)),
        used=clock.used_words,
        lane=lane(clock, days),
        state=f" is-{clock.due_state}" if clock.due_state else "",
        due=clock.due_words,
        mark=icon(MARKS[clock.due_state], "i i--s") if clock.due_state in MARKS else "",
        detail=clock.due_detail,
        why=why(clock) if clock.why or clock.printed else "",
    )


def why(clock: ClockView) -> SafeString:
    """The reason in a sentence, with the manual's own words and where they stand."""
    named = filled('<a class="clause" href="{}">{}</a>', clock.clause_url, clock.clause) if clock.clause_url else clock.clause
    return filled(
        WHY,
        ask=_("Por qué"),
        scope=f"{clock.scope}: " if clock.scope and clock.printed else clock.scope,
        printed=filled('<span class="said">{}</span>', quoted(clock.printed)) if clock.printed else "",
        clause=filled(" ({})", named) if clock.clause else "",
        stop=". " if clock.scope or clock.printed else "",
        why=clock.why,
        why_if=filled(" <b>{}</b>", clock.why_if) if clock.why_if else "",
    )


def lane(clock: ClockView, days: Sequence[Day]) -> SafeString:
    """A clock drawn over the days; whoever cannot see it is told its name and when it is due."""
    said = f"{clock.label}: {clock.due_words}{f', {clock.due_detail}' if clock.due_detail else ''}"
    return filled(LANE, said, SafeString("".join((*(filled(GRID, "gl", pct(day.left)) for day in days), *marks(clock.lane)))))


def marks(drawn: Lane) -> Iterator[SafeString]:
    """What stands on a lane, from below upwards."""
    yield from map(segment, drawn.segments)
    for pattern, place in ((GRID, drawn.now_at), (DUE, drawn.due_at), (DUE_IF, drawn.due_if), (DONE, drawn.done_at)):
        if place is not None:
            yield filled(pattern, "now", pct(place)) if pattern is GRID else filled(pattern, pct(place))
    if drawn.pin_side == "after":
        yield filled(PIN, "", pct(drawn.marks_end), pct(drawn.room_after), drawn.pin_text)
    elif drawn.pin_side == "before":
        yield filled(PIN, " pin--before", "0", pct(drawn.begins), drawn.pin_text)


def segment(one: LaneSegment) -> SafeString:
    """A stretch of a lane."""
    left, width = pct(one.left), pct(one.width)
    if one.kind == "off":
        return filled(OFF, left, width)
    over = filled(PATTERN, left=left, width=width, kind=one.kind) if one.kind in PATTERNED else ""
    words = filled(WORDS, left, width, icon("player-pause", "i i--s"), one.label) if one.label else ""
    return filled(SEGMENT, title=one.title, kind=one.kind, left=left, width=width, over=over, words=words)


def edge(left: float) -> str:
    """Say at which edge of the axis now stands, if at one."""
    return " now-pill--start" if left < EDGE else " now-pill--end" if left > 100 - EDGE else ""


@register.simple_tag
def clock_days(panel: ClockPanel, *, stacked: bool = False) -> SafeString:
    """The axis: the days, and where now is. Stacked, for a phone, it leaves out what holidays are called."""
    shown = [
        filled(
            DAY,
            left=pct(day.left),
            width=pct(day.width),
            off=" day--off" if day.off else "",
            now=" day--now" if day.now else "",
            name=day.name,
            letter=day.letter,
            number=day.number,
            sub=filled("<small>{}</small>", day.sub) if day.sub and not stacked else "",
        )
        for day in panel.days
        if day.shown
    ]
    now = [] if panel.now_left is None else [filled(NOW, edge(panel.now_left), pct(panel.now_left), panel.now_words)]
    return filled(DAYS, " days--many" if len(panel.days) > MANY else "", SafeString("".join((*shown, *now))))
