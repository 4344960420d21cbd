"""The ways a page is looked at: width, light, contrast, size of letters, language."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Look:
    """One way. `media` is what the browser says of its person, `scale` how much bigger everything is."""

    name: str
    width: int
    height: int
    media: dict[str, Any] = field(default_factory=dict)
    scale: int = 1
    language: str = "es"


DESKTOP, TABLET, PHONE = (1440, 900), (820, 1180), (390, 844)
LIGHT, DARK = {"color_scheme": "light"}, {"color_scheme": "dark"}
LOOKS = [
    Look("desktop", *DESKTOP, LIGHT),
    Look("desktop-dark", *DESKTOP, DARK),
    Look("tablet", *TABLET, LIGHT),
    Look("phone", *PHONE, LIGHT),
    Look("phone-dark", *PHONE, DARK),
    Look("contrast", *DESKTOP, {**LIGHT, "contrast": "more"}),
    Look("forced", *DESKTOP, {**DARK, "forced_colors": "active"}),
    # WCAG 2.2, 1.4.10: a page of 1280 at 400 %.
    Look("narrow", 320, 640, LIGHT),
    # 200 %: half the room, everything twice as big.
    Look("zoom", 720, 450, LIGHT, scale=2),
    Look("desktop-en", *DESKTOP, LIGHT, language="en"),
    Look("phone-en", *PHONE, LIGHT, language="en"),
]
