"""Markup made of a pattern and values: what is drawn fifty times on a page is drawn this way."""

import re
from html import escape

from django.utils.safestring import SafeString

#: Most values have none of these, and are known to be text in a third of the time that it takes to look for each.
MARKUP = re.compile("[&<>\"']").search


def filled(pattern: str, *values: object, **named: object) -> SafeString:
    """As Django's `format_html`, with a third of its calls: escapes every value but a SafeString, whatever else it says of itself."""
    return SafeString(pattern.format(*[escaped(value) for value in values], **{name: escaped(value) for name, value in named.items()}))


def escaped(value: object) -> str:
    """A value as text in which nothing is markup."""
    if type(value) is SafeString:
        return value
    text = str(value)
    return escape(text) if MARKUP(text) else text
