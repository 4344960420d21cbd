"""Parts of a page that a few values say in full: `{% load once %}`."""

from collections.abc import Hashable

from django import template
from django.template import Context, Node, NodeList, TemplateSyntaxError
from django.template.base import Parser, Token
from django.utils.safestring import SafeString

from acuerdo.ui.language import tongue

register = template.Library()
#: So many different values of each part are kept drawn.
KEPT = 256


class Once(Node):
    """What is drawn once for each language and each set of values, which are plain ones or tuples of them, and then known."""

    def __init__(self, names: tuple[str, ...], nodelist: NodeList) -> None:
        self.names, self.nodelist = names, nodelist
        self.drawn: dict[Hashable, SafeString] = {}

    def render(self, context: Context) -> SafeString:
        """Give it."""
        values = tuple(context.get(name, "") for name in self.names)
        key = tongue(), context.autoescape, values, kinds(values)
        found = self.drawn.get(key)
        if found is None:
            found = self.nodelist.render(context.new(dict(zip(self.names, values, strict=True))))
            if len(self.drawn) >= KEPT:
                self.drawn.clear()
            self.drawn[key] = found
        return found


def kinds(value: object) -> object:
    """What kinds of values these are, also those within others: what is equal may be text or markup, one or yes, and look another way."""
    return tuple(map(kinds, value)) if isinstance(value, tuple) else type(value)


@register.tag
def once(parser: Parser, token: Token) -> Once:
    """`{% once here count may_watch %}…{% endonce %}`: drawn once for each language and these values, which must be plain.

    What is in it sees these values and nothing else of the page: neither who asks nor a form's token can get in, nor out to another.
    """
    _tag, *names = token.split_contents()
    if not all(name.isidentifier() for name in names):
        msg = "{% once %}: write the names of the values, no dots and no filters"
        raise TemplateSyntaxError(msg)
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    return Once(tuple(names), nodelist)
