"""What a customer does: mail from a program of their own, the built-in mailbox, the links in mails."""

import re
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from playwright.sync_api import FrameLocator, expect

from tests.journey.someone import Someone
from tests.sender import hand_over
from tests.visitor import Visitor, address

#: A picture of one red point.
POINT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def writes_by_mail(someone: Someone, sender: str, subject: str, text: str, *, picture: str = "") -> None:
    """A mail program sends this to the desk over real SMTP."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, f"soporte@{someone.desk}.localhost", subject
    message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain="cliente.example")
    message.set_content(text)
    if picture:
        message.add_attachment(POINT, maintype="image", subtype="png", filename=picture)
    hand_over(message, someone.product.smtp_port)


class Mailbox:
    """/buzon/: what the desk sent."""

    def __init__(self, someone: Someone) -> None:
        self.someone, self.page = someone, someone.page

    def opens(self, subject: str) -> FrameLocator:
        """Wait for the newest mail whose subject contains this, and open it; its text as the mail program shows it."""
        self.someone.go("/buzon/")
        row = self.page.locator("a.mailrow", has_text=subject).first
        row.click()
        expect(self.page.get_by_role("heading", level=2)).to_contain_text(subject)
        return self.page.frame_locator("iframe.letter__frame")

    def answers(self, text: str) -> None:
        """Answer the mail that is open, as whom it was sent to."""
        self.page.locator(".letter__answer textarea").fill(text)
        self.page.get_by_role("button", name="Enviar").click()

    def looked_at_by_a_scanner(self, link: str) -> str:
        """A mail scanner asks for a link, with HEAD and GET, without cookies; the page it got."""
        scanner = Visitor(f"{self.someone.desk}.localhost", self.someone.product.port)
        scanner.ask("HEAD", address(link))
        return scanner.read(address(link))

    def link(self, letter: FrameLocator, name: str) -> str:
        """Where a button of the mail leads."""
        return letter.get_by_role("link", name=name).get_attribute("href") or ""


def number_in(text: str) -> int:
    """The number of the case that a sentence names."""
    found = re.search(r"#?(\d{5,})", text)
    assert found, text
    return int(found[1])
