"""Customers' mail programs: real messages over real SMTP, repeated as the standard asks until they are taken."""

import smtplib
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import formatdate
from threading import Event, Thread
from typing import Self

from tests.patience import USUAL

#: Between two attempts, seconds.
PAUSE = 0.2


def letter(*, sender: str, to: str, subject: str, text: str, message_id: str, **headers: str) -> EmailMessage:
    """A message as a mail program writes it."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"], message["Message-ID"] = formatdate(), message_id
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def hand_over(message: EmailMessage, port: int) -> None:
    """One attempt; raises when it was not taken."""
    with smtplib.SMTP("127.0.0.1", port, timeout=USUAL) as server:
        server.send_message(message)


class Sender:
    """Sends numbered mails one after the other, each until the other side said 250."""

    def __init__(self, port: int, to: str, name: str = "cliente") -> None:
        self.port, self.to, self.name = port, to, name
        self.taken: list[str] = []
        self.refused = 0
        self._enough = Event()
        self._thread = Thread(target=self._work, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._enough.set()
        self._thread.join()

    def _work(self) -> None:
        number = 0
        while not self._enough.is_set():
            number += 1
            self._send(number)

    def _send(self, number: int) -> None:
        who = f"{self.name}{number}"
        message = letter(
            sender=f"Cliente {number} <{who}@cliente.example>",
            to=self.to,
            subject=f"Mensaje {who}",
            text=f"Esto es el mensaje {number}: ¿llegó?",
            message_id=f"<{who}@cliente.example>",
        )
        while True:  # even when no more are wanted: what was begun is repeated until it is taken
            try:
                hand_over(message, self.port)
            except (OSError, smtplib.SMTPException):
                self.refused += 1
                self._enough.wait(PAUSE) or Event().wait(PAUSE)
            else:
                self.taken.append(who)
                return


def all_taken(senders: Sequence[Sender]) -> list[str]:
    """The names of everybody whose mail was taken."""
    return [who for sender in senders for who in sender.taken]
