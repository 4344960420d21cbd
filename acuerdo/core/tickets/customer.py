"""What a customer's message does to a case, and what silence may not do over it."""

from datetime import datetime
from enum import StrEnum

from acuerdo.core.tickets.permitted import may_reopen
from acuerdo.core.tickets.status import Status


class AfterMessage(StrEnum):
    """What becomes of a case when its customer wrote."""

    STAYS = "stays"
    #: Asked for and given: back to in_progress.
    RESUMES = "resumes"
    #: Still resolved; the windows stop and the case goes to the head of the queue.
    WROTE_AFTER_SOLUTION = "wrote_after_solution"
    #: Closed, within the manual's time: back to in_progress by a `reopened` event.
    REOPENS = "reopens"
    #: Ended for good: the message opens a new case, linked to this one.
    FOLLOW_UP = "follow_up"


def after_customer_wrote(status: Status, *, at: datetime, reopen_until: datetime | None = None) -> AfterMessage:
    """Decide by the status the case is in when the message is stored; `reopen_until` as in `may_reopen`."""
    if status is Status.WAITING_CUSTOMER:
        return AfterMessage.RESUMES
    if status is Status.RESOLVED:
        return AfterMessage.WROTE_AFTER_SOLUTION
    if may_reopen(status, at=at, reopen_until=reopen_until):
        return AfterMessage.REOPENS
    if status in (Status.CLOSED, Status.CANCELLED):
        return AfterMessage.FOLLOW_UP
    return AfterMessage.STAYS


def silence_may_close(status: Status, *, resolved_at: datetime | None, last_customer_message_at: datetime | None) -> bool:
    """Whether an elapsed window may close the case: delivered, and not a word from the customer since.

    An answer of ours does not bring the right back, only a new solution does (its windows start anew). A message of
    the very same instant counts as newer: whoever solved cannot have read it.
    """
    if status is not Status.RESOLVED or resolved_at is None:
        return False
    return last_customer_message_at is None or last_customer_message_at < resolved_at


def wrote_after_solution(
    status: Status,
    *,
    resolved_at: datetime | None,
    last_customer_message_at: datetime | None,
    last_answer_at: datetime | None = None,
) -> bool:
    """Whether the case waits at the head of the queue: its customer wrote after the solution and has no answer yet."""
    if status is not Status.RESOLVED or resolved_at is None or last_customer_message_at is None:
        return False
    if last_customer_message_at < resolved_at:
        return False
    return last_answer_at is None or last_answer_at < last_customer_message_at
