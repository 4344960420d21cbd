"""Somebody at a screen: a browser of their own, everything that goes wrong in it, and pictures of what they see."""

import os
import re
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Response, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.journey.wire import Wire
from tests.patience import until
from tests.product import Product

#: For what a quiet machine does at once, milliseconds: as long as `until` has.
PATIENCE = 60_000
#: For a press on what may be gone the next moment, milliseconds.
A_MOMENT = 2_000
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
#: Where pictures of every step go, desktop and phone, light and dark; none are made without it.
SHOTS = os.environ.get("ACUERDO_SHOTS")
#: The part of a page that lies beside the screen, pixels.
BESIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
#: How light the page is, from 0 to 255.
LIGHTNESS = """(() => {
  const shows = [document.querySelector("#main"), document.body, document.documentElement].filter(Boolean)
    .map((one) => getComputedStyle(one).backgroundColor.match(/[\\d.]+/g).map(Number)).find((rgb) => rgb.length < 4 || rgb[3] > 0);
  return shows ? Math.max(...shows.slice(0, 3)) : 255;
})()"""


BROKEN_OFF = ("htmx:afterRequest", "htmx:sendAbort", "htmx:sendError")


class Someone:
    """One person, who comes in by `door`. `faults` are errors of pages, of scripts, of the content policy, and answers that are failures."""

    def __init__(self, browser: Browser, product: Product, desk: str, door: Product | Wire | None = None) -> None:
        self.product, self.desk, self.door = product, desk, door or product
        self.faults: list[str] = []
        self.context = browser.new_context(locale="es-CO", timezone_id="America/Bogota", viewport=DESKTOP)
        self.context.set_default_timeout(PATIENCE)
        self.context.on("console", self.on_console)
        self.context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        self.context.on("response", self.on_response)
        self.page: Page = self.context.new_page()

    def on_console(self, message: ConsoleMessage) -> None:
        """Chromium tells here of script errors, files that are missing and breaches of the content policy.

        htmx tells here of requests that were broken off, as each is by whoever goes to another page meanwhile. That is no fault; one that
        failed is told besides, by its answer or by the network.
        """
        if message.type in {"error", "warning"} and not message.text.startswith(BROKEN_OFF):
            self.faults.append(f"{message.page.url if message.page else '?'}: {message.text}")

    def on_response(self, response: Response) -> None:
        """A page or a part of one that failed."""
        if response.status >= 400:
            self.faults.append(f"{response.status} {response.request.method} {response.url}")

    def url(self, path: str) -> str:
        """A page of this person's desk."""
        return self.door.url(self.desk, path)

    def go(self, path: str) -> None:
        """Type an address."""
        self.page.goto(self.url(path))

    def sign_in(self, email: str, *, where: str) -> None:
        """Come in by the front door and end where people like this one begin."""
        password = next(one["password"] for one in self.product.people(self.desk) if one["email"] == email)
        self.go("/")
        self.page.get_by_role("link", name=re.compile("Iniciar sesión|Entrar")).first.click()
        self.page.get_by_label("Correo").fill(email)
        self.page.get_by_label("Contraseña", exact=True).fill(password)
        self.page.get_by_role("button", name="Entrar").click()
        self.page.wait_for_url(self.url(where))
        self.page.mouse.move(2, 2)  # a hand that rests on a list keeps it from refreshing

    def mark(self) -> None:
        """Remember this very page, to know later that it was not loaded again."""
        self.page.evaluate("document.documentElement.dataset.same = 'yes'")

    def is_on_the_same_page(self) -> None:
        """Nothing was loaded again since `mark`."""
        expect(self.page.locator("html")).to_have_attribute("data-same", "yes")

    def shoot(self, name: str) -> None:
        """Pictures of what there is to see."""
        if not SHOTS:
            return
        for size, viewport in (("escritorio", DESKTOP), ("telefono", PHONE)):
            self.page.set_viewport_size(viewport)
            for scheme in ("light", "dark"):
                self.page.emulate_media(color_scheme=scheme)
                self.page.screenshot(path=Path(SHOTS) / f"{self.desk}-{name}-{size}-{scheme}.png", animations="disabled")
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(DESKTOP)

    def fits_a_phone(self) -> None:
        """Nothing of this page lies beside a phone's screen."""
        self.page.set_viewport_size(PHONE)
        assert self.page.evaluate(BESIDE) <= 0, self.page.url
        self.page.set_viewport_size(DESKTOP)

    def is_dark_at_night(self) -> None:
        """The page follows a machine that is set to dark."""
        self.page.emulate_media(color_scheme="dark")
        assert self.page.evaluate(LIGHTNESS) < 80, self.page.url
        self.page.emulate_media(color_scheme="light")
        assert self.page.evaluate(LIGHTNESS) > 200, self.page.url

    def lets_go(self) -> None:
        """Send what waits to be undone at once; on a slow machine its seconds may pass first, and it leaves by itself."""
        held, now = self.page.locator(".held"), self.page.get_by_role("button", name="Enviar ya")

        def is_gone() -> bool:
            with suppress(PlaywrightTimeout):
                if now.count() and now.is_enabled(timeout=A_MOMENT):
                    now.click(timeout=A_MOMENT)
            return not held.count()

        until(is_gone, "what was written still waits to be undone")

    def was_refused(self) -> None:
        """A form just came back with a reason (422): that is no fault, but only if it is so."""
        refusals = [fault for fault in self.faults if "422" in fault]
        assert refusals
        self.faults = [fault for fault in self.faults if fault not in refusals]

    def lost_its_network(self) -> None:
        """Requests may just have failed for want of a network: the browser tells each, and that is no fault of a page."""
        self.faults = [fault for fault in self.faults if "net::ERR_" not in fault and "htmx:" not in fault]

    def leave(self) -> None:
        """Close the browser."""
        self.context.close()


def text_of(locator: Locator) -> str:
    """What a part of a page says, in one line."""
    return " ".join(locator.inner_text().split())
