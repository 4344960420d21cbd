"""Which cases a letter may belong to, the surest sign first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from acuerdo.core.mail.letter import Letter
from acuerdo.core.mail.plus import signed_ticket
from acuerdo.core.mail.subjects import number_in_subject


class Sign(StrEnum):
    """What a letter shows of the case it belongs to."""

    REFERENCE = "reference"
    ADDRESS = "address"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class JoinCandidate:
    """A sign, and what it names: an identifier of a stored message, or the number of a case.

    A reference counts once the message is found. A number in the subject is only written there: it
    counts for a sender who belongs to that case.
    """

    sign: Sign
    message_id: str = ""
    number: int | None = None


def references(letter: Letter) -> tuple[str, ...]:
    """Give the messages it may answer, nearest first: In-Reply-To, then References from the last."""
    return tuple(dict.fromkeys((*letter.in_reply_to, *reversed(letter.references))))


def join_candidates(letter: Letter, *, key: bytes, recipients: Iterable[str] = (), prefix: str = "#") -> tuple[JoinCandidate, ...]:
    """Every sign in order: references, signed plus-addresses, the number in the subject.

    `recipients` are the envelope's, which blind copies and forwarding hide from To and Cc.
    """
    numbers = (signed_ticket(each, key) for each in _addressed(letter, recipients))
    number = number_in_subject(letter.subject, prefix)
    return tuple(
        dict.fromkeys(
            (
                *(JoinCandidate(Sign.REFERENCE, message_id=each) for each in references(letter)),
                *(JoinCandidate(Sign.ADDRESS, number=each) for each in numbers if each),
                *([JoinCandidate(Sign.SUBJECT, number=number)] if number else []),
            )
        )
    )


def _addressed(letter: Letter, recipients: Iterable[str]) -> Iterator[str]:
    yield from recipients
    yield from (each.email for each in (*letter.to, *letter.cc))
    yield from (value for name, value in letter.headers if name in {"delivered-to", "x-original-to"})
