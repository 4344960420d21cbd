"""The sheet that `?` shows names every key that works, and no other: what pages mark with data-key, and what keys.js does by itself."""

import re
from html import unescape
from pathlib import Path

import pytest

from acuerdo.tickets.forms import OFFERED

pytestmark = pytest.mark.django_db
SCRIPT = Path(__file__).parents[2] / "ui/assets/js/keys.js"
LINE = re.compile(r"<li><span>[^<]*</span><span>(.*?)</span></li>")
#: What is told apart from single keys: with Ctrl, or while one writes.
WHILE_WRITING = {"@", "Esc"}


def told(page) -> set[str]:
    """The single keys, and those behind g, of the sheet."""
    sheet = page[page.index('id="keys"') :]
    found: set[str] = set()
    for line in LINE.findall(sheet[: sheet.index("</dialog>")]):
        keys = [unescape(key) for key in re.findall(r"<kbd>(.*?)</kbd>", line)]
        if keys[0] == "Ctrl":
            continue
        found |= {" ".join(keys)} if keys[0] == "g" else {keys[1].upper()} if keys[0] == "⇧" else set(keys)
    return found - WHILE_WRITING


def marked(*pages) -> set[str]:
    return {unescape(key) for page in pages for key in re.findall(r'data-key="([^"]+)"', page)}


def done_by_script() -> set[str]:
    """The names in ACTS, whether written as a word, a string or a method."""
    acts = re.search(r"const ACTS = \{\n(.*?)\n\};", SCRIPT.read_text(), re.DOTALL)
    assert acts
    return set(re.findall(r'^  "?([A-Za-z.?])"?(?::|\()', acts[1], re.MULTILINE)) | set(re.findall(r"^  ([a-z]),?$", acts[1], re.MULTILINE))


def test_every_key_that_works_is_on_the_sheet_and_every_key_on_the_sheet_works(client, person_of, open_case):
    case, _other = open_case("Uno"), open_case("Otro")
    client.force_login(person_of("admin", "Patricia Henao"))
    queue, shown = client.get("/console/").text, client.get(f"/console/casos/{case.number}/").text

    works = marked(queue, shown) | done_by_script()

    assert {"j", "x", "X", ".", "?"} <= done_by_script()
    assert told(shown) == told(queue)
    assert works - told(queue) == set()
    assert told(queue) - works == set()


def test_no_two_verbs_of_a_case_have_the_same_key():
    keys = [form.key_of for form in OFFERED if form.key_of]

    assert len(keys) == len(set(keys))


def test_no_key_is_one_that_a_browser_or_a_screen_reader_needs_with_a_modifier_and_all_can_be_turned_off():
    script = SCRIPT.read_text()

    assert "event.ctrlKey || event.metaKey || event.altKey" in script
    assert 'dataset.keys === "off"' in script
