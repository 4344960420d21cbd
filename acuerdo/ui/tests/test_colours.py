"""A desk's own colour."""

import pytest

from acuerdo.ui import colours


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colour", ["#0b6176", "#9b2c6e", "#1d6b43", "#000000", "#c00000", "#2222ff", "#7a4b00", "#455468"])
def test_at_night_a_colour_can_be_read_on_the_dark_ground_and_dark_ink_on_it(colour: str) -> None:
    night = colours.by_night(colour)

    assert contrast(night, "#1a1d21") >= 4.5
    assert contrast(night, "#0d1526") >= 4.5


def test_a_desk_without_a_colour_of_its_own_gets_no_sheet() -> None:
    assert colours.sheet("#2552B8") == ""
    assert colours.sheet("") == ""


def test_what_is_not_a_colour_never_reaches_the_style_sheet() -> None:
    assert colours.sheet("#000;}body{display:none}") == ""


def test_a_chosen_colour_sets_day_and_night() -> None:
    assert colours.sheet("#0b6176").startswith(":root[data-desk]{--brand:#0b6176;--brand-night:#")
