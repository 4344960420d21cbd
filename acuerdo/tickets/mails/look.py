"""How our mails look where no style sheet reaches: the desk's accent by day and by night."""

from colorsys import hls_to_rgb, rgb_to_hls

from django.utils.safestring import mark_safe

from acuerdo.desks.models import Desk

#: How light an accent is on a dark ground, and how strong at least; text on it is then dark.
LIGHT, STRONG = 0.76, 0.65
#: What is weaker is a grey, and stays one.
GREY = 0.08
#: What mail programs draw without an image, by the tone of a face: the oldest faces, which most fonts have.
DRAWN = {
    "good": "\N{WHITE SMILING FACE}\N{VARIATION SELECTOR-16}",
    "fair": "\N{NEUTRAL FACE}",
    "bad": "\N{WHITE FROWNING FACE}\N{VARIATION SELECTOR-16}",
}
#: In single quotes inside: it stands in double-quoted style attributes.
FONT = mark_safe("Inter,-apple-system,'Segoe UI',Roboto,Arial,sans-serif")


def look_of(desk: Desk) -> dict[str, str]:
    """Colours and font for the templates."""
    return {"accent": desk.accent, "accent_night": by_night(desk.accent), "font": FONT, "initial": desk.name[:1].upper()}


def by_night(accent: str) -> str:
    """The accent's hue, light enough for a dark ground: "#2f4ac4" gives "#9aa8ea"."""
    hue, _light, strength = rgb_to_hls(*(int(accent[place : place + 2], 16) / 255 for place in (1, 3, 5)))
    lit = hls_to_rgb(hue, LIGHT, strength if strength < GREY else max(strength, STRONG))
    return "#" + "".join(f"{round(part * 255):02x}" for part in lit)
