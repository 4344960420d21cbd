"""A real browser."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.journey.someone import PATIENCE, Someone
from tests.journey.wire import Wire
from tests.product import Product

#: Chromium in a container, as root.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The machine's Chromium, else Playwright's own. Closed with the module: its loop must not run beside other tests."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        path = os.environ.get("ACUERDO_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def at_a_screen(chromium: Browser, demo: Product) -> Iterator[Callable[..., Someone]]:
    """A factory of people, each in a browser of their own, at one desk; at the end none of them may have seen a fault."""
    there: list[Someone] = []

    def sit_down(desk: str, door: Wire | None = None) -> Someone:
        there.append(Someone(chromium, demo, desk, door))
        return there[-1]

    yield sit_down
    for one in there:
        one.leave()
    assert [fault for one in there for fault in one.faults] == []


@pytest.fixture
def wire(demo: Product) -> Iterator[Wire]:
    """A network that can fail, between a browser and the product."""
    wire = Wire(demo)
    yield wire
    wire.close()
