"""Every page may be used by everybody: axe-core has no complaint (WCAG 2.2 AA). `ACUERDO_GALLERY=all` asks all of them in each look, else a handful in three."""

import os

import pytest

from tests.gallery.axe import complaints
from tests.gallery.eye import BESIDE, Eye
from tests.gallery.found import Finder
from tests.gallery.looks import LOOKS, Look
from tests.gallery.sights import SIGHTS
from tests.gallery.states import STATES

pytestmark = pytest.mark.journey
ALL = {**SIGHTS, **STATES}
#: What a program that shows mail shows: no page of ours, framed where no script runs.
MAILS = {"wording_look", "setup:mailbox_html", *(name for name in STATES if name.startswith("mail, "))}
WHOLE = os.environ.get("ACUERDO_GALLERY") == "all"
ASKED = [name for name, sight in ALL.items() if name not in MAILS and (sight.main or WHOLE)]
LOOK = {look.name: look for look in LOOKS}
#: The contrast of every pair of colours is held by a test of its own (ui/tests/test_contrast.py).
HEARD = ("desktop", "desktop-dark", "contrast", "forced", "phone", "phone-dark", "zoom") if WHOLE else ("desktop", "phone-dark", "contrast")


@pytest.mark.parametrize("look", [LOOK[name] for name in HEARD], ids=lambda look: look.name)
@pytest.mark.parametrize("name", ASKED)
def test_nobody_is_kept_out_of_a_page(eyes: Eye, finder: Finder, name: str, look: Look):
    assert complaints(eyes.go(finder.complete(ALL[name]), look)) == []


@pytest.mark.parametrize("name", ASKED)
def test_a_page_fits_a_telephone_and_letters_twice_as_big(eyes: Eye, finder: Finder, name: str):
    sight = finder.complete(ALL[name])
    for look in (LOOK["phone"], LOOK["narrow"], LOOK["zoom"]):
        assert eyes.go(sight, look).evaluate(BESIDE) <= 0, look.name
