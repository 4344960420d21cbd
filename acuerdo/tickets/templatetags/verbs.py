"""What can be done to a case, as links: `{% load verbs %}`.

A page has some thirty of them: as patterns they take a tenth of what a template takes (design/performance.md).
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString

from acuerdo.tickets.forms import VerbForm
from acuerdo.ui.language import tongue
from acuerdo.ui.markup import escaped, filled
from acuerdo.ui.templatetags.ui import icon

register = template.Library()

BESIDE = '<a class="act" href="{place}{query}"{key}>{label}{kbd}</a>'
IN_MENU = '<a href="{place}{query}"{key}>{icon}{label}{kbd}</a>'
#: Stands where a case's number and the view's query will be; no text has it.
CUT = "\x1f"
HEADING = '<p class="menu__head">{}</p>{}'


@register.simple_tag
def verbs_beside(verbs: Iterable[type[VerbForm]], number: int, query: str) -> SafeString:
    """Those that stand beside the subject."""
    return SafeString("".join(drawn(BESIDE, verb, number, query) for verb in verbs if verb.stands_out))


@register.simple_tag
def verbs_in_menu(parts: Iterable[tuple[object, Iterable[type[VerbForm]]]], number: int, query: str) -> SafeString:
    """The others, under their headings."""
    return SafeString("".join(filled(HEADING, heading, under(verbs, number, query)) for heading, verbs in parts))


def under(verbs: Iterable[type[VerbForm]], number: int, query: str) -> SafeString:
    """What stands under one heading."""
    return SafeString("".join(drawn(IN_MENU, verb, number, query) for verb in verbs))


def drawn(pattern: str, verb: type[VerbForm], number: int, query: str) -> str:
    """One verb of a case."""
    before, between, after = around(pattern, verb, tongue())
    return f"{before}{number}{between}{escaped(query)}{after}"


@lru_cache(maxsize=512)
def around(pattern: str, verb: type[VerbForm], _language: str | None) -> tuple[str, str, str]:
    """The page that a verb opens, its words and its key, drawn once a language: what stands before, between and after a case and a view."""
    key = filled(' data-key="{}"', verb.key_of) if verb.key_of else ""
    kbd = filled("{}<kbd>{}</kbd>", " " if pattern is BESIDE else "", verb.key_of) if verb.key_of else ""
    before, after = place_of(verb.name)
    mark = icon(verb.icon) if pattern is IN_MENU else ""
    said = filled(pattern, place=f"{before}{CUT}{after}", query=CUT, key=key, icon=mark, label=verb.label, kbd=kbd)
    one, other, rest = said.split(CUT)
    return one, other, rest


@cache
def place_of(name: str) -> tuple[str, str]:
    """What stands before and after a case's number in the address of a verb, asked for once."""
    before, _number, after = reverse(f"tickets:{name}", args=[0]).rpartition("/0/")
    return f"{before}/", f"/{after}"
