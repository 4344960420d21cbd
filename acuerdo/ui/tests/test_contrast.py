"""Every word can be read, by day, by night, and by those who ask for more contrast: WCAG 2.2, 1.4.3 and 1.4.11, worked out from the style sheets."""

from itertools import product

import pytest

from acuerdo.ui.tests.style_colours import SHEETS, Colour, colour, contrast, over, rules, tokens

#: What is read on what, besides the rules that say both themselves: words in the running colours lie on every ground of their place.
READ = {
    "console": [
        (["ink", "ink-2", "ink-3", "accent-ink", "late", "near", "good"], ["page", "sheet", "well", "pick"]),
        (["ink", "ink-2", "note-ink"], ["note"]),
        (["ink", "ink-2", "late"], ["late-soft"]),
        (["ink", "ink-2", "near"], ["near-soft"]),
        (["ink", "ink-2", "accent-ink"], ["accent-soft"]),
    ],
    "portal": [
        (["text", "text-2", "text-3", "accent", "accent-2", "ok", "turn", "bad"], ["bg", "bg-soft", "surface"]),
        (["text", "text-2", "text-3", "accent", "accent-2"], ["accent-soft"]),
        (["text", "text-2", "turn"], ["turn-soft"]),
        (["text", "text-2", "bad"], ["bad-soft"]),
        (["text", "text-2", "ok"], ["ok-soft"]),
    ],
}
#: Edges of fields, and the ring around what has the keyboard.
EDGES = {
    "console": [(["rest", "accent", "late"], ["sheet", "page", "well"])],
    "portal": [(["line-firm", "focus", "bad"], ["bg", "surface"])],
}
GROUND = {"console": "var(--sheet)", "portal": "var(--bg)"}
#: Least contrast of words and of edges (AA), and of the text of those who ask for more of it (AAA).
WORDS, EDGE, MORE = 4.5, 3.0, 7.0
DESKS = ["", "proware", "digitalware", "soporte", "interwapp", "sgm"]
SEEN = pytest.mark.parametrize(
    ("dark", "more"), [(False, False), (True, False), (False, True), (True, True)], ids=["day", "night", "day-more", "night-more"]
)
BOTH = pytest.mark.parametrize("place", ["console", "portal"])
ALL = pytest.mark.parametrize("desk", DESKS, ids=lambda desk: desk or "own")


def said_together(place: str) -> list[tuple[str, str, str]]:
    """Every rule that gives letters and their ground: selector, letters, ground."""
    found = []
    for sheet in sorted((SHEETS / place).glob("*.css")):
        for rule in rules(sheet):
            letters, ground = rule.given.get("color", ""), rule.given.get("background-color") or rule.given.get("background", "")
            if (
                letters not in {"", "inherit", "currentcolor"}
                and ground.startswith(("var(", "color-mix(", "#"))
                and "gradient" not in ground
            ):
                found.append((f"{sheet.name} {rule.selector}", letters, ground))
    return found


def seen_on(ground: str, place: str, known: dict[str, str]) -> Colour:
    """A ground as it is seen, over the sheet of its place."""
    return over(colour(ground, known), colour(GROUND[place], known))


def faint(pairs: list[tuple[list[str], list[str]]], place: str, known: dict[str, str], least: float) -> list[str]:
    """The pairs that cannot be told apart well enough."""
    tried = [
        (f"--{one} on --{ground}", contrast(colour(f"var(--{one})", known), seen_on(f"var(--{ground})", place, known)))
        for ones, grounds in pairs
        for one, ground in product(ones, grounds)
    ]
    return [f"{what}: {ratio:.2f}" for what, ratio in tried if ratio < least]


@ALL
@BOTH
@SEEN
def test_words_stand_out_from_every_ground_they_lie_on(place: str, desk: str, dark: bool, more: bool) -> None:
    known = tokens(place, dark=dark, more=more, desk=desk)

    assert faint(READ[place], place, known, WORDS) == []


@ALL
@BOTH
@SEEN
def test_what_a_rule_writes_can_be_read_on_the_ground_it_gives(place: str, desk: str, dark: bool, more: bool) -> None:
    known = tokens(place, dark=dark, more=more, desk=desk)
    tried = [(who, contrast(colour(letters, known), seen_on(ground, place, known))) for who, letters, ground in said_together(place)]

    assert len(tried) > 20, "the rules are not found any more"
    assert [f"{who}: {ratio:.2f}" for who, ratio in tried if ratio < WORDS] == []


@BOTH
@SEEN
def test_fields_and_the_ring_of_the_keyboard_are_seen(place: str, dark: bool, more: bool) -> None:
    known = tokens(place, dark=dark, more=more, desk="proware")

    assert faint(EDGES[place], place, known, EDGE) == []


@BOTH
@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_who_asks_for_more_contrast_reads_all_running_text_at_seven_to_one(place: str, dark: bool) -> None:
    known = tokens(place, dark=dark, more=True, desk="proware")
    running = {
        "console": [(["ink", "ink-2", "ink-3"], ["page", "sheet", "well"])],
        "portal": [(["text", "text-2", "text-3"], ["bg", "bg-soft", "surface"])],
    }

    assert faint(running[place], place, known, MORE) == []
