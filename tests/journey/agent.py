"""What an agent does in the console."""

import re
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.journey.someone import Someone


class Agent:
    """An agent at the console."""

    def __init__(self, someone: Someone) -> None:
        self.someone, self.page = someone, someone.page

    def why(self, clock: str) -> Locator:
        """The sentence that explains a clock."""
        return (
            self.page.locator("#clocks .clock", has=self.page.locator(".clock__name", has_text=clock)).locator(".why").filter(visible=True)
        )

    def opens(self, subject: str) -> int:
        """Go from the queue to a case; its number."""
        self.page.get_by_role("link", name=subject).first.click()
        self.page.wait_for_url(re.compile(r"/console/casos/\d+/"))
        expect(self.page.get_by_role("heading", level=1)).to_have_text(subject)
        self.someone.mark()
        return int(self.page.url.rstrip("/").split("/")[-1])

    def dialog(self, opener: str) -> Locator:
        """Open one of the case's verbs: its link fetches the form into the page's dialog."""
        self.page.get_by_role("link", name=re.compile(rf"^\s*{opener}(\s+\S)?\s*$")).filter(visible=True).first.click()
        dialog = self.page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        return dialog

    def classifies(self, **facts: str) -> None:
        """Decide what the case is: the manual's words for each fact."""
        dialog = self.dialog("Clasificar")
        for label, value in facts.items():
            dialog.get_by_label(label.replace("_", " "), exact=True).select_option(label=value)
        dialog.get_by_role("button", name="Guardar clasificación").click()
        expect(dialog).to_be_hidden()
        self.waits_for_answers()

    def writes(self, text: str, button: str, *reached: str) -> None:
        """Answer the customer."""
        for milestone in reached:
            self.page.get_by_label(milestone).check()
        self.page.get_by_role("textbox", name="Texto").fill(text)
        self.page.get_by_role("button", name=button).click()
        expect(self.page.locator("#timeline")).to_contain_text(text)
        self.someone.lets_go()
        self.waits_for_answers()

    def waits_for_answers(self) -> None:
        """Let what was sent be answered: the live refresh may show it before, and the answer then draws the page once more."""
        expect(self.page.locator(".htmx-request")).to_have_count(0)

    def solves(self, text: str, evidence: dict[str, str], *files: Path) -> None:
        """Deliver a solution with what the manual asks for."""
        dialog = self.dialog("Solucionar")
        dialog.get_by_label("Qué debe saber el cliente").fill(text)
        for label, said in evidence.items():
            dialog.get_by_label(label).fill(said)
        if files:
            dialog.locator("input[type=file]").set_input_files(list(files))
        dialog.get_by_role("button", name="Enviar solución").click()
        expect(dialog).to_be_hidden()
        expect(self.page.locator("#timeline")).to_contain_text(text)
        self.waits_for_answers()
