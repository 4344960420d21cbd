"""What must be approved before work may start, and what is still missing (SGM-T2, SGM-A5, DIG-062, INT-109)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Need(StrEnum):
    """Whose approval: a committee's of the provider, or the customer's to a quote."""

    COMMITTEE = "committee"
    QUOTE = "quote"


class Quote(StrEnum):
    """Whether a quote is needed; "by contract" is decided on each case before it starts (SGM-A9)."""

    NO = "no"
    YES = "yes"
    BY_CONTRACT = "by contract"


@dataclass(frozen=True, slots=True)
class Asked:
    """An approval that was asked for; `decision` is empty while nobody has decided, else approved, rejected, withdrawn or waived."""

    kind: str
    decision: str = ""


def outstanding(asked: Iterable[Asked], *, committee: bool, quote: Quote) -> tuple[Need, ...]:
    """Give the approvals that work still waits for, the committee's first; of each kind the latest one asked counts.

    A quote "by contract" is waited for until somebody decides that none is needed (`waived`), or its answer is in.
    """
    last = {each.kind: each.decision for each in asked if each.decision != "withdrawn"}
    missing = []
    if (committee or Need.COMMITTEE in last) and last.get(Need.COMMITTEE) != "approved":
        missing.append(Need.COMMITTEE)
    settled = {"approved", "waived"} if quote is not Quote.YES else {"approved"}
    if (quote is not Quote.NO or Need.QUOTE in last) and last.get(Need.QUOTE) not in settled:
        missing.append(Need.QUOTE)
    return tuple(missing)


def may_start(asked: Iterable[Asked], *, committee: bool, quote: Quote) -> bool:
    """Whether work may start: nothing that is needed is missing, and nothing that was asked is pending."""
    known = list(asked)
    return not outstanding(known, committee=committee, quote=quote) and all(each.decision for each in known)
