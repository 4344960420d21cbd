"""Parts of a template whose answer never changes, worked out once a process: words, addresses, icons, which template is included.

A page of a case has a hundred words, sixty addresses, forty includes and as many icons; these take a fifth of what Django's own nodes do.
"""

from functools import lru_cache
from typing import Any

from django.template import Context, Node
from django.template.base import FilterExpression, Template
from django.template.defaulttags import URLNode
from django.template.loader_tags import IncludeNode
from django.templatetags import i18n
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from acuerdo.ui.language import tongue
from acuerdo.ui.markup import filled

#: Stands in an address for the number that will be there; no other part of any address reads like it.
NUMBER = 987654321987654321

#: A form's hidden field.
HIDDEN = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
#: What stands for a token where a page was given none.
NONE_GIVEN = frozenset({"", "None", "NOTPROVIDED"})


def is_fixed(part: FilterExpression) -> bool:
    """Whether it stands in the template as it is, the same in each language."""
    return isinstance(part.var, str) and not part.filters


class FixedWords(i18n.TranslateNode):
    """Words looked up once for each language."""

    def __init__(self, node: i18n.TranslateNode) -> None:
        super().__init__(node.filter_expression, node.noop)
        self.said: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        """Say them in the language of now."""
        language = tongue()
        if language not in self.said:
            self.said[language] = super().render(context)
        return self.said[language]


class FixedPlace(URLNode):
    """An address without arguments, worked out once for each list of addresses."""

    def __init__(self, node: URLNode) -> None:
        super().__init__(node.view_name, node.args, node.kwargs, node.asvar)
        self.found: dict[tuple[str | None, str], str] = {}

    def render(self, context: Context) -> str:
        """Give it, or keep it under its name; "" where there is no such address and it has a name."""
        where = get_urlconf(), get_script_prefix()
        if where not in self.found:
            said = super().render(context)
            self.found[where] = str(context[self.asvar]) if self.asvar else said
        return kept(context, self.asvar, self.found[where])


class NumberedPlace(URLNode):
    """An address of one number, a case's as a rule: taken apart once for each list of addresses, then put together around the number."""

    def __init__(self, node: URLNode) -> None:
        super().__init__(node.view_name, node.args, node.kwargs, node.asvar)

    def render(self, context: Context) -> str:
        """Give it, or keep it under its name; what is no number is left to Django, as an address that there is not."""
        number = self.args[0].resolve(context)
        around = taken_apart(str(self.view_name.var), get_urlconf(), get_script_prefix()) if type(number) is int else None
        if around is None:
            return super().render(context)
        return kept(context, self.asvar, f"{around[0]}{number}{around[1]}")


@lru_cache(maxsize=1024)
def taken_apart(name: str, urlconf: str | None, _prefix: str) -> tuple[str, str] | None:
    """What stands before and after the number in an address; None where there is no such address."""
    try:
        before, number, after = reverse(name, urlconf, args=[NUMBER]).partition(str(NUMBER))
    except NoReverseMatch:
        return None
    return (conditional_escape(before), conditional_escape(after)) if number else None


def kept(context: Context, name: str | None, address: str) -> str:
    """Put an address where the tag stands, or under the name that the tag gives it."""
    if not name:
        return address
    context[name] = address
    return ""


class FixedPart(IncludeNode):
    """An included template that is named in the template, found once; Django looks for it again on each page."""

    def __init__(self, node: IncludeNode) -> None:
        super().__init__(node.template, extra_context=node.extra_context, isolated_context=node.isolated_context)
        self.found: Template | None = None

    def render(self, context: Context) -> SafeString:
        """Draw it with what the tag gives it."""
        if self.found is None:
            self.found = context.template.engine.get_template(str(self.template.var))  # type: ignore[union-attr]  # while a page is drawn it is there
        part = self.found
        values = {name: value.resolve(context) for name, value in self.extra_context.items()}
        if self.isolated_context:
            return part.render(context.new(values))
        return drawn_within(part, context, values)


def drawn_within(part: Template, context: Any, values: dict[str, Any]) -> SafeString:
    """Draw a template within a page's, as Django does by two keepers of contexts and thrice the calls: what it sets stays within."""
    around = context.render_context
    page, around.template = around.template, part
    around.dicts.append({})
    context.dicts.append(values)
    try:
        drawn: SafeString = part._render(context)  # type: ignore[attr-defined]  # noqa: SLF001  what Django calls, and its tests look at
        return drawn
    finally:
        around.template = page
        around.dicts.pop()
        context.dicts.pop()


class FormToken(Node):
    """The hidden token of a form."""

    def __init__(self, node: Node) -> None:
        self.node = node

    def render(self, context: Context) -> SafeString:
        """Write it; where there is none, Django says what there is to say."""
        token = str(context.get("csrf_token", ""))
        if token in NONE_GIVEN:
            return SafeString(self.node.render(context))
        return filled(HIDDEN, token)


class FixedDrawing(Node):
    """A tag whose arguments all stand in the template, and that says the same in each language, drawn once."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.drawn = ""

    def render(self, context: Context) -> str:
        """Give it."""
        self.drawn = self.drawn or self.node.render(context)
        return self.drawn
