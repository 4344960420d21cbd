"""The colours of the style sheets as a browser works them out: tokens, `var()`, `color-mix()`, and what is seen through."""

import re
from dataclasses import dataclass
from pathlib import Path

SHEETS = Path(__file__).parents[1] / "assets" / "css"
NAMED = {"white": "#ffffff", "black": "#000000"}
MIX = re.compile(r"color-mix\(in srgb, (?P<one>.+?) (?P<share>\d+)%, (?P<other>.+)\)")
#: Red, green, blue and how much of it covers what lies below, each from 0 to 1.
Colour = tuple[float, float, float, float]


@dataclass(frozen=True)
class Rule:
    """Whom a rule dresses, and in what."""

    selector: str
    given: dict[str, str]


def rules(sheet: Path) -> list[Rule]:
    """Every rule of a sheet, those inside `@media` too."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    found = re.findall(r"([^{};]+)\{([^{}]*)\}", text)
    return [Rule(" ".join(selector.split()), declared(body)) for selector, body in found]


def declared(body: str) -> dict[str, str]:
    """What a rule says, by property; the last word counts."""
    return {name.strip(): value.strip() for name, _, value in (one.partition(":") for one in body.split(";")) if value}


def tokens(place: str, *, dark: bool, more: bool, desk: str) -> dict[str, str]:
    """The names that stand for colours at a place (console, portal), by night, for who asked for more contrast, at a desk."""
    plain, *others = rules(SHEETS / place / "tokens.css")
    night = next(one for one in others if 'data-theme="dark"' in one.selector)
    desks = rules(SHEETS / "desks.css")
    own = next((one.given for one in desks if f'"{desk}"' in one.selector), {})
    strong = next(one.given for one in rules(SHEETS / "senses.css") if ":root:root" in one.selector)
    given = desks[0].given | plain.given | (night.given if dark else {}) | own | (strong if more else {})
    return {name: value for name, value in given.items() if name.startswith("--")}


def colour(said: str, known: dict[str, str]) -> Colour:
    """What a word of a style sheet comes to; ValueError for what is no colour."""
    said = said.strip()
    if named := re.fullmatch(r"var\((--[\w-]+)\)", said):
        return colour(known[named[1]], known)
    if said == "transparent":
        return (0, 0, 0, 0)
    if mix := MIX.fullmatch(said):
        return mixed(colour(mix["one"], known), colour(mix["other"], known), int(mix["share"]) / 100)
    written = NAMED.get(said, said).removeprefix("#")
    written = "".join(2 * digit for digit in written) if len(written) == len("fff") else written
    red, green, blue = (int(written[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return (red, green, blue, 1)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """So much of the one, the rest of the other; what is clear gives no colour of its own (CSS Color 5 §2.1)."""
    cover = one[3] * share + other[3] * (1 - share)
    red, green, blue = ((one[at] * one[3] * share + other[at] * other[3] * (1 - share)) / (cover or 1) for at in range(3))
    return (red, green, blue, cover)


def over(top: Colour, ground: Colour) -> Colour:
    """What is seen of a colour through which its ground shines."""
    red, green, blue = (top[at] * top[3] + ground[at] * (1 - top[3]) for at in range(3))
    return (red, green, blue, 1)


def luminance(seen: Colour) -> float:
    """WCAG 2.2, relative luminance."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in seen[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2.2, contrast ratio: from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
