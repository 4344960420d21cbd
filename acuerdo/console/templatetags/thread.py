"""Long messages in a conversation: `{% load thread %}`."""

from django import template

register = template.Library()

#: A text longer than LONG letters is shown to about SHOWN of them, to the end of a line or a word; the rest unfolds.
LONG, SHOWN, LINE = 2400, 1500, 300


@register.filter
def beginning(text: str) -> str:
    """What is shown at once."""
    return text[: cut(text)].rstrip() if len(text) > LONG else text


@register.filter
def ending(text: str) -> str:
    """What unfolds; nothing for a text that is shown whole."""
    return text[cut(text) :].lstrip() if len(text) > LONG else ""


def cut(text: str) -> int:
    """Where it is cut."""
    for mark in ("\n", " "):
        at = text.rfind(mark, SHOWN - LINE, SHOWN)
        if at > 0:
            return at
    return SHOWN
