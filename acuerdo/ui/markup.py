"""Markup made of a pattern and values: what is drawn fifty times on a page is drawn this way."""

from html import escape

from django.utils.safestring import SafeString


def filled(pattern: str, *values: object, **named: object) -> SafeString:
    """As Django's `format_html`, with a third of its calls: escapes every value but a SafeString, whatever else it says of itself."""
    return SafeString(pattern.format(*map(escaped, values), **{name: escaped(value) for name, value in named.items()}))


def escaped(value: object) -> str:
    """A value as text in which nothing is markup."""
    return value if type(value) is SafeString else escape(str(value))
