"""How our mails look where no style sheet reaches: the desk's accent by day and by night."""

from django.utils.safestring import mark_safe

from acuerdo.desks.models import Desk

#: The share of white that makes an accent readable on a dark ground; text on it is then dark.
WHITER = 0.55
#: In single quotes inside: it stands in double-quoted style attributes.
FONT = mark_safe("Inter,-apple-system,'Segoe UI',Roboto,Arial,sans-serif")  # noqa: S308  a constant


def look_of(desk: Desk) -> dict[str, str]:
    """Colours and font for the templates."""
    return {"accent": desk.accent, "accent_night": by_night(desk.accent), "font": FONT, "initial": desk.name[:1].upper()}


def by_night(accent: str) -> str:
    """The accent mixed with white: "#2f4ac4" gives "#a1aee4"."""
    parts = [int(accent[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(part + (255 - part) * WHITER):02x}" for part in parts)
