"""A browser that goes where the gallery points."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.gallery.looks import LIGHT, Look
from tests.gallery.sight import Sight

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
]
NORMAL = {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none", "reduced_motion": "reduce"}
#: The part of a page that lies beside the screen, pixels.
BESIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
#: Takes from a page what tabs share their stream with: it then listens itself, where its requests can be refused.
ALONE = "delete window.SharedWorker; Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })"
#: Consoles scroll inside themselves: for a picture of all, they are let out.
LET_OUT = """() => {
  const whole = document.documentElement.scrollHeight - innerHeight;
  const inner = [...document.querySelectorAll("#main, #main *")].filter((one) => one.scrollHeight > one.clientHeight + 4
    && /auto|scroll/.test(getComputedStyle(one).overflowY) && one.clientHeight > 200).map((one) => one.scrollHeight - one.clientHeight);
  return Math.min(Math.max(0, whole, ...inner), 5000);
}"""


class Eye:
    """Goes to pages as anybody, in any of the looks; one browser context for each person, language and scale."""

    def __init__(self, browser: Browser, people: dict[tuple[str, str], dict[str, str]], port: int) -> None:
        self.browser, self.people, self.port = browser, people, port
        self.contexts: dict[tuple[str, str, str, int], BrowserContext] = {}
        self.cookies: dict[tuple[str, str], Any] = {}
        self.last: tuple[Page, Sight, int] | None = None

    def url(self, sight: Sight) -> str:
        """Where a sight is."""
        host = f"{sight.desk}.localhost" if sight.desk else "localhost"
        return f"http://{host}:{self.port}{sight.path}"

    def context(self, sight: Sight, look: Look) -> BrowserContext:
        """The browser of somebody who has signed in, once for all looks of its kind."""
        key = (sight.desk, sight.who, look.language, look.scale)
        if key not in self.contexts:
            context = self.browser.new_context(
                locale="es-CO" if look.language == "es" else "en-US", timezone_id="America/Bogota", device_scale_factor=look.scale,
                storage_state=self.cookies.get((sight.desk, sight.who)),
            )  # fmt: skip
            self.contexts[key] = context
            if sight.who and (sight.desk, sight.who) not in self.cookies:
                self.sign_in(context, sight)
                self.cookies[sight.desk, sight.who] = context.storage_state()
            host = f"{sight.desk}.localhost" if sight.desk else "localhost"
            context.add_cookies([{"name": "acuerdo_idioma", "value": look.language, "domain": host, "path": "/"}])
        return self.contexts[key]

    def sign_in(self, context: BrowserContext, sight: Sight) -> None:
        """Come in by the door."""
        page, one = context.new_page(), self.people[sight.desk, sight.who]
        page.goto(self.url(Sight("/entrar/", desk=sight.desk)))
        page.fill("input[name=login]", one["email"])
        page.fill("input[name=password]", one["password"])
        page.click("main form button[type=submit]")
        page.wait_for_url(lambda url: "/entrar" not in url)
        page.close()

    def go(self, sight: Sight, look: Look) -> Page:
        """The page, as it is when nothing more is fetched. One that is open at the same width only changes its look."""
        context = self.context(sight, look)
        if self.last and self.last[1:] == (sight, look.width) and self.last[0].context is context:
            page = self.last[0]
        else:
            if self.last:
                self.last[0].close()
            page = context.new_page()
            self.last = (page, sight, look.width)
            page.set_viewport_size({"width": look.width, "height": look.height})
            page.emulate_media(**{**NORMAL, **LIGHT})
            if sight.unheard:
                page.add_init_script(ALONE)
                page.route(re.compile(r"/live[?/]"), lambda route: route.abort())
            answer = page.goto(self.url(sight))
            assert answer is not None
            assert answer.status == sight.status, f"{sight.path}: {answer.status}"
            there = urlsplit(page.url).path
            assert there == (sight.lands or urlsplit(sight.path).path), f"{sight.path} leads on to {there}"
            page.wait_for_load_state("load")
            if sight.unheard:
                page.locator("html[data-live=off]").wait_for()
            context.set_offline(sight.away)
            for pressed in filter(None, (sight.press, *sight.then)):
                if len(pressed) == 1:
                    page.keyboard.press(pressed)
                else:
                    page.locator(pressed).filter(visible=True).first.click()
                page.wait_for_load_state("load")
                page.locator(".htmx-request").first.wait_for(state="detached")
            context.set_offline(False)
        page.emulate_media(**{**NORMAL, **look.media})
        page.set_viewport_size({"width": look.width, "height": look.height})
        return page

    def picture(self, page: Page, look: Look, file: str) -> None:
        """All of the page, also what it scrolls inside itself."""
        page.set_viewport_size({"width": look.width, "height": look.height + int(page.evaluate(LET_OUT))})
        page.screenshot(path=file, full_page=True, animations="disabled")


@contextmanager
def eye(people: dict[tuple[str, str], dict[str, str]], port: int) -> Iterator[Eye]:
    """A browser, for as long as it is looked with."""
    with sync_playwright() as playwright:
        path = os.environ.get("ACUERDO_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield Eye(browser, people, port)
        browser.close()


def by_place(desks: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, str]]:
    """Who sees what: an administrator begins each desk's list, its agents follow, the auditor ends the desk's own, customers come last."""
    found = {}
    for desk in desks:
        people = desk["people"]
        auditor = next(at for at, one in enumerate(people) if one["role"] == "Auditor")
        places = {"admin": 0, "agent": 1, "supervisor": auditor - 1, "auditor": auditor, "customer": len(people) - 1}
        found |= {(desk["desk"], who): people[at] for who, at in places.items()}
    return found
