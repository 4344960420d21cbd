"""Icons, faces, priorities, instants and numbers as pages show them: `{% load ui %}`."""

from datetime import date, datetime, tzinfo
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context, Node
from django.template.base import FilterExpression, Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import csrf_token as do_csrf_token
from django.template.defaulttags import url as url_tag
from django.template.loader_tags import IncludeNode, do_include
from django.templatetags import i18n
from django.templatetags.static import do_static, static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from acuerdo.ui import colours, moments
from acuerdo.ui.components import ICONS, DueChip
from acuerdo.ui.fixed import FixedDrawing, FixedPart, FixedPlace, FixedWords, FormToken, NumberedPlace, is_fixed
from acuerdo.ui.language import tongue
from acuerdo.ui.markup import filled
from acuerdo.ui.numbers import Count

register = template.Library()


@register.tag
def translate(parser: Parser, token: Token) -> i18n.TranslateNode:
    """Django's own tag, quicker where its words stand in the template; for that, load `ui` after `i18n`."""
    node = i18n.do_translate(parser, token)
    words = node.filter_expression
    plain = words.var.literal is not None and not words.filters
    return FixedWords(node) if plain and not (node.asvar or node.message_context) else node


class Counter:
    """What a text is said of, written as a count is."""

    def __init__(self, counter: FilterExpression) -> None:
        self.counter = counter

    def resolve(self, context: Context) -> object:
        """Look it up; what is no whole number is left as it is."""
        found = self.counter.resolve(context)
        return Count(found) if type(found) is int else found


def counted_text(parser: Parser, token: Token) -> i18n.BlockTranslateNode:
    """Django's own tag; what it counts is written with its thousands apart. For that, load `ui` after `i18n`."""
    node = i18n.do_block_translate(parser, token)
    if node.counter:
        node.counter = Counter(node.counter)  # type: ignore[assignment]  # asked for nothing but its value
    return node


register.tag("blocktranslate", counted_text)


@register.filter
def counted(value: object) -> object:
    """How many: `{{ total|counted }}` writes «1.234». What is written already, or not there, is left as it is."""
    return str(Count(value)) if isinstance(value, int) else value


@register.tag
def url(parser: Parser, token: Token) -> URLNode:
    """Django's own tag, quicker for an address without arguments, or with one; for that, load `ui`."""
    node = url_tag(parser, token)
    if not is_fixed(node.view_name) or node.kwargs or len(node.args) > 1:
        return node
    return NumberedPlace(node) if node.args else FixedPlace(node)


@register.tag
def include(parser: Parser, token: Token) -> IncludeNode:
    """Django's own tag, quicker where the template is named; for that, load `ui`."""
    node = do_include(parser, token)
    return FixedPart(node) if is_fixed(node.template) else node


@register.tag
def csrf_token(parser: Parser, token: Token) -> Node:
    """Django's own tag, in a fifth of its calls; a page has ten."""
    return FormToken(do_csrf_token(parser, token))


@register.tag("static")
def fixed_static(parser: Parser, token: Token) -> Node:
    """Django's own tag, worked out once where the file is named; for that, load `ui` after `static`."""
    node = do_static(parser, token)
    return FixedDrawing(node) if is_fixed(node.path) and not node.varname else node


#: Width of the bars of a priority, and where each begins; the fourth ends at 13.7 of 14.
BAR, STEP = 2.6, 3.7


# Typed, as all that is kept drawn: markup and text that read the same are not the same.
@register.simple_tag
@lru_cache(maxsize=1024, typed=True)
def icon(name: str, classes: str = "i", label: str = "") -> SafeString:
    """An icon of the sprite (assets/icons.txt): `{% icon "mail" "i i--s" %}`; with a label it is read out."""
    href = f"{static('ui/icons.svg')}#{name}"
    if label:
        return format_html('<svg class="{}" role="img" aria-label="{}"><use href="{}"/></svg>', classes, label, href)
    return format_html('<svg class="{}" aria-hidden="true"><use href="{}"/></svg>', classes, href)


draw_icon = register.tags["icon"]


@register.tag("icon")
def fixed_icon(parser: Parser, token: Token) -> Node:
    """Draw it once where its name, and what else it has, stand in the template."""
    node = draw_icon(parser, token)
    return FixedDrawing(node) if all(map(is_fixed, node.args)) and not (node.kwargs or node.target_var) else node


RAIL_ITEM = '<a href="{}" title="{}"{}{}>{}<span class="rail__word clip">{}</span>{}</a>'
PHONE_ITEM = '<a href="{}"{}>{}{}{}</a>'
HERE = SafeString(' class="is-here" aria-current="page"')


@register.simple_tag
def rail_item(
    url: str, label: str, name: str, *, count: str = "", new: str = "", place: str = "", here: str = "", key: str = ""
) -> SafeString:
    """A line of the rail: `name` is its icon, `new` a count that calls, `count` one that informs, `key` what opens it.

    It is marked when its `place` is where one is.
    """
    keys = filled(' data-key="{}"', key) if key else ""
    number = filled('<span class="n n--new">{}</span>', new) if new else filled('<span class="n">{}</span>', count) if count else ""
    return filled(RAIL_ITEM, url, label, keys, HERE if place and place == here else "", icon(name), label, number)


@register.simple_tag
def phone_item(url: str, label: str, name: str, *, new: str = "", place: str = "", here: str = "") -> SafeString:
    """A button of a phone's lower bar."""
    return filled(
        PHONE_ITEM,
        url,
        HERE if place and place == here else "",
        icon(name),
        label,
        filled('<span class="dotn">{}</span>', new) if new else "",
    )


@register.filter
def initials(name: str) -> str:
    """Two letters of a name: "Marcela Ibarra Gil" gives MI."""
    words = [word for word in str(name).split() if word[:1].isalpha()]
    return "".join(word[0] for word in words[:2]).upper()


@register.simple_tag
def face(name: str = "", *, us: bool = False, large: bool = False, alone: bool = False) -> SafeString:
    """Who it is, as initials; without a name the dashed ring of nobody. It is read out where it stands `alone`, no name beside it."""
    return _face(name, tongue(), us=us, large=large, alone=alone)


@lru_cache(maxsize=1024, typed=True)
def _face(name: str, _language: str | None, *, us: bool, large: bool, alone: bool) -> SafeString:
    """The same, drawn once for each name and language: a page has fifty."""
    kind = f"{'' if name else ' face--none'}{' face--us' if us and name else ''}{' face--l' if large else ''}"
    who = name or _("Sin responsable")
    heard = filled(' role="img" aria-label="{}"', who) if alone else SafeString(' aria-hidden="true"')
    return filled('<span class="face{}" title="{}"{}>{}</span>', kind, who, heard, initials(name))


@register.simple_tag
@lru_cache(maxsize=256, typed=True)
def prio(level: int, of: int = 4, label: str = "") -> SafeString:
    """A priority: rising bars filled up to `level`, 1 the least and `of` the most, and its word."""
    heights = [12 * (bar + 1) / of for bar in range(of)]
    bars = format_html_join(
        "",
        '<rect{} x="{}" y="{}" width="{}" height="{}" rx=".6"/>',
        (
            (SafeString(' class="on"') if bar < level else "", f"{bar * STEP:g}", f"{12 - height:g}", BAR, f"{height:g}")
            for bar, height in enumerate(heights)
        ),
    )
    top = " prio--top" if level >= of else ""
    return format_html(
        '<span class="prio{}"><svg viewBox="0 0 {} 12" aria-hidden="true">{}</svg>{}</span>',
        top,
        f"{(of - 1) * STEP + BAR:g}",
        bars,
        label,
    )


@register.simple_tag(takes_context=True)
def instant(context: dict[str, Any], value: datetime | None, style: str = "short") -> SafeString:
    """An instant in the desk's words, the exact one on hover.

    Styles: `short` "hoy, 12:00" · "mié 9 dic, 9:00"; `long` "miércoles 9 de diciembre, 9:00"; `since` "8 min";
    `second` "2026-12-09 09:00:00".
    """
    if value is None:
        return SafeString("")
    zone: tzinfo = context.get("zone") or timezone.get_current_timezone()
    now = context.get("now") or timezone.now()
    return filled(
        '<time datetime="{}" title="{}"{}>{}</time>',
        value.isoformat(),
        moments.exact(value, zone),
        SafeString(" data-rel") if style == "since" else "",
        moments.WORDS[style](value, now, zone),
    )


@register.filter
def quoted(words: str) -> str:
    """Another's words, in the quotation marks of the page's language."""
    return _("«%(words)s»") % {"words": words}


@register.filter
def day(value: date, style: str = "short") -> str:
    """A day in words: `short` "9 dic 2025" · `long` "9 de diciembre de 2025" · `near` "miércoles 9 de diciembre"."""
    return moments.DAYS[style](value)


#: Drawn fifty times on a page of the queue: as a pattern it takes a tenth of what a template takes.
CHIP = '<div class="due due--{kind}"><span class="due__w">{icon}{words}</span><span class="due__m">{bar}{detail}</span></div>'
CHIP_BAR = (
    '<svg class="due__bar" aria-hidden="true"><rect class="due__all" width="100%" height="100%" rx="2"/>'
    '<rect {fill} width="{width}" height="100%"/></svg>'
)
CHIP_FILLS = {"rest": SafeString('fill="url(#p-fine)"')}
NO_BAR = SafeString("")
CHIP_FILL = SafeString('class="due__used" rx="2"')


@register.simple_tag
def due_chip(chip: DueChip) -> SafeString:
    """The time-left chip of a DueChip (components.py)."""
    kind, words, share, detail = chip
    bar = NO_BAR
    if share is not None:  # nothing of it is text
        bar = SafeString(CHIP_BAR.format(fill=CHIP_FILLS.get(kind, CHIP_FILL), width=pct(min(share, 100))))
    return filled(CHIP, kind=kind, icon=icon(ICONS[kind]), words=words, bar=bar, detail=detail)


@register.filter
def pct(value: float) -> str:
    """A share of the whole width for an SVG attribute, whatever the page's language: 9.01%."""
    return f"{value:.2f}%"


@register.filter
def at_most(value: float, most: float) -> float:
    """The lesser of two numbers: a bar that is full stays full."""
    return min(value, most)


@register.filter
def has_colour(desk: Any) -> bool:
    """Whether a desk has chosen a colour of its own (served as /mesa.css)."""
    return colours.is_chosen(getattr(desk, "accent", "") or "")
