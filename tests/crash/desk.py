"""What the crash tests ask of their desk, and what must be so at the end."""

import re
from collections import Counter
from dataclasses import dataclass, field
from email.message import EmailMessage
from http.client import HTTPException

import pytest

from acuerdo.running import ports
from tests.patience import until
from tests.product import Product
from tests.sender import hand_over, letter
from tests.sink import Sink
from tests.visitor import Visitor

#: For everything that was interrupted to be finished, seconds.
RECOVERY = 120.0
#: What is still to be done, in words: answers in the seconds in which they can be taken back, reactions, mails, and jobs that somebody began.
#: A mail may wait for working hours.
UNDONE = """
SELECT 'answer ' || id || ' waits' FROM crash.tickets_heldanswer
UNION ALL
SELECT 'reaction ' || name || ' of event ' || event_id FROM crash.events_reaction WHERE done_at IS NULL
UNION ALL SELECT 'mail ' || id || ' to ' || "to" FROM crash.notifications_outgoing
 WHERE sent_at IS NULL AND (not_before IS NULL OR not_before < now())
UNION ALL SELECT 'raw mail ' || id || ' is ' || state FROM crash.mail_rawmail WHERE state <> 'processed'
UNION ALL SELECT 'job ' || id || ' ' || task_name || ' is ' || status FROM public.procrastinate_jobs
 WHERE queue_name IN ('reactions', 'mail') AND status <> 'succeeded' AND (scheduled_at IS NULL OR scheduled_at < now())
"""


@dataclass
class Desk:
    """The desk `crash`, and somebody who works there."""

    product: Product
    agent: Visitor
    killed: set[str] = field(default_factory=set)

    @property
    def address(self) -> str:
        """Where customers write."""
        return "soporte@crash.localhost"

    def cases(self) -> dict[str, int]:
        """Every case: subject and number. A subject that is there twice is a message that became two cases."""
        with self.product.database() as database:
            rows = database.execute("SELECT subject, number FROM crash.tickets_ticket").fetchall()
        twice = [subject for subject, times in Counter(subject for subject, _number in rows).items() if times > 1]
        assert not twice, f"more than one case: {twice}"
        return dict(rows)

    def listed(self) -> dict[str, int]:
        """What the command says of the same."""
        lines = [line.split("\t") for line in self.product.acuerdo("case", "list", "--desk", "crash", "--all").splitlines()]
        return {line[3]: int(line[0]) for line in lines}

    def undone(self) -> list[str]:
        """What is still to be done."""
        with self.product.database() as database:
            return [line for (line,) in database.execute(UNDONE)]

    def has_recovered(self, *died: str) -> None:
        """Wait until nothing is left to be done, and pages answer; nothing but what we killed may have ended since the start."""
        until(lambda: not self.undone(), lambda: f"still to be done: {self.undone()[:20]}", RECOVERY)
        until(lambda: ports.answers(self.product.port, "127.0.0.1", "/salud"), "no page answers", RECOVERY)
        assert "Iniciar sesión" in Visitor("crash.localhost", self.product.port).read("/entrar/")
        self.killed |= set(died)
        assert set(re.findall(r"El proceso «(\w+)» terminó", self.product.says())) <= self.killed


def acknowledged_once(sink: Sink, customers: list[str]) -> None:
    """Each customer got one acknowledgement: if it came again, it was the same message."""
    ids = sink.ids()
    assert {who: len(ids.get(f"{who}@cliente.example", ())) for who in customers} == dict.fromkeys(customers, 1)


def case_of(desk: Desk, who: str) -> int:
    """The case of somebody who writes now."""
    sender, subject = f"{who}@cliente.example", f"Consulta de {who}"
    message = letter(sender=sender, to=desk.address, subject=subject, text="¿Me ayudan?", message_id=f"<{who}@cliente.example>")
    hand_over(message, desk.product.smtp_port)
    return desk.cases()[subject]


def answer(desk: Desk, number: int, text: str, page: str = "") -> None:
    """The agent answers, from the page as it is now or as it was."""
    page = page or desk.agent.read(f"/console/casos/{number}/")
    desk.agent.send(page, f"/console/casos/{number}/respuestas/", mode="answer", text=text)


def lose(desk: Desk, number: int, text: str, page: str) -> None:
    """The agent answers, and the connection breaks."""
    with pytest.raises((OSError, HTTPException)):
        answer(desk, number, text, page)


def answers_to(sink: Sink, who: str) -> list[EmailMessage]:
    """The mails that a person wrote to this customer: no machine says of them that it made them."""
    return [mail for mail in sink.to(f"{who}@cliente.example") if not mail["Auto-Submitted"]]


def waits_for_a_row(desk: Desk) -> bool:
    """Whether somebody waits for a row that somebody else holds."""
    with desk.product.database() as database:
        return database.execute("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'").fetchone() is not None
