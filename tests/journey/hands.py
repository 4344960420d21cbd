"""Somebody who has no mouse: what they do is pressed, never clicked, and they always see where they are."""

import re

from playwright.sync_api import Page, expect

from tests.journey.someone import Someone

#: The element that has the focus: what it is called, as a screen reader would say it.
CALLED = """() => {
  const here = document.activeElement;
  const labels = [...(here.labels ?? [])].map((one) => one.innerText);
  const by = (here.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean).map((id) => document.getElementById(id)?.innerText);
  return [here.getAttribute("aria-label"), ...by, ...labels, here.innerText, here.value].filter(Boolean).join(" · ").replace(/\\s+/g, " ");
}"""
#: Whether one sees where the focus is: a ring, a shadow or an edge that the same element does not have without it, or its label's.
SEEN = """() => {
  const here = document.activeElement;
  if (!here || here === document.body || here.id === "main") return true;
  return [here, ...(here.labels ?? []), here.nextElementSibling, here.closest(".write, .choice, .field")].filter(Boolean).some((one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none" || parseFloat(style.borderTopWidth) >= 2;
  });
}"""
#: So many times Tab is pressed before somebody gives up.
STEPS = 80


class Hands:
    """The keys of one person."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        """One key after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def writes(self, text: str) -> None:
        """Into what has the focus."""
        self.page.keyboard.type(text)

    def is_at(self, words: str) -> bool:
        """Whether the focus is on something that is called so."""
        return words.lower() in str(self.page.evaluate(CALLED)).lower()

    def tabs_to(self, words: str) -> None:
        """Go forward until something that is called so has the focus; at every stop it can be seen where one is."""
        passed: list[str] = []
        for _step in range(STEPS):
            self.press("Tab")
            passed.append(str(self.page.evaluate(CALLED))[:40])
            assert self.page.evaluate(SEEN), f"nobody sees that the focus is on {passed[-1]!r} of {self.page.url}"
            if self.is_at(words):
                return
        msg = f"no way to {words!r} on {self.page.url}: {passed[-25:]}"
        raise AssertionError(msg)

    def has_a_dialog(self, title: str) -> None:
        """A dialog is open, says what it is, and holds the focus."""
        dialog = self.page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        expect(dialog).to_contain_text(title)
        expect(dialog.locator(":focus")).to_have_count(1)


def comes_in(someone: Someone, email: str, where: str) -> Hands:
    """Sign in from the front page."""
    hands = Hands(someone.page)
    password = next(one["password"] for one in someone.product.people(someone.desk) if one["email"] == email)
    someone.go("/entrar/")
    hands.tabs_to("Correo")
    hands.writes(email)
    hands.tabs_to("Contraseña")
    hands.writes(password)
    hands.press("Enter")
    someone.page.wait_for_url(someone.url(where))
    return hands


def reports(someone: Someone, subject: str) -> int:
    """A customer reports a case; its number."""
    hands = comes_in(someone, "diana.lozano@santa-aurelia.example", "/mi-area/")
    hands.press("Tab", "Enter")  # the first stop of every page leads past its menus
    expect(someone.page.locator("#main")).to_be_focused()
    someone.go("/reportar/")
    hands.tabs_to("En una frase")
    hands.writes(subject)
    hands.press("Tab")
    hands.writes("Desde las nueve de la mañana no suena ningún teléfono de la recepción. Afecta a tres personas.")
    hands.tabs_to("Enviar el caso")
    hands.press("Enter")
    someone.page.wait_for_url(re.compile(r"/casos/\d+/recibido/"))
    return int(re.findall(r"\d+", someone.page.url)[-1])
