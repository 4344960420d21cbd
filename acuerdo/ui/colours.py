"""A desk's own colour, for desks that are not among the five of assets/css/desks.css."""

import colorsys
import re

#: What a desk has while nobody has chosen its colour: the style sheet's own is used.
UNCHOSEN = "#2552b8"
COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
#: The product's own colour, and those of the five desks: the same as in assets/css/desks.css.
PRODUCT = "#34568b"
OURS = {"proware": "#2552b8", "digitalware": "#0b6176", "soporte": "#6a3fa0", "interwapp": "#9b2c6e", "sgm": "#455468"}
#: Light enough for dark ink on it and for itself on a dark ground (at least 4.5 : 1 both ways), not glaring.
NIGHT_LIGHTNESS, NIGHT_SATURATION = 0.74, 0.8


def is_chosen(colour: str) -> bool:
    """Whether a desk has a colour of its own, written #rrggbb."""
    return bool(COLOUR.fullmatch(colour)) and colour.lower() != UNCHOSEN


def brand(schema: str, chosen: str) -> str:
    """A desk's colour where no style sheet can be asked: the one that was chosen, else the one that desks.css gives it."""
    return chosen if is_chosen(chosen) else OURS.get(schema, PRODUCT)


def by_night(colour: str) -> str:
    """The same hue for a dark ground: #0b6176 gives a light teal."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = colorsys.hls_to_rgb(hue, NIGHT_LIGHTNESS, min(saturation, NIGHT_SATURATION))
    return "#" + "".join(f"{round(part * 255):02x}" for part in light)


def sheet(colour: str) -> str:
    """The two lines that dress a desk in its colour; nothing when it has none."""
    if not is_chosen(colour):
        return ""
    return f":root[data-desk]{{--brand:{colour};--brand-night:{by_night(colour)}}}"
