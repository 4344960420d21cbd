"""When two cases may become one, and when one may become two again."""

from typing import ClassVar

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets.status import Status, is_open


class CannotMerge(Refusal):
    """Two cases cannot become one. Facts: why, one of same, ended, stays_ended, merged, customers."""

    code: ClassVar[str] = "tickets.cannot_merge"

    def __init__(self, why: str) -> None:
        super().__init__(f"The cases cannot be merged: {why}.", why=why)


def check_merge(goes: Status, stays: Status, *, same: bool, merged: bool, one_customer: bool) -> None:
    """Refuse to merge a case in `goes` into one in `stays`; raises CannotMerge.

    `same`: it is one case; `merged`: one of them is merged already. Both must be open: what has ended has its proof.
    """
    faults = {
        "same": same,
        "merged": merged,
        "ended": not is_open(goes),
        "stays_ended": not is_open(stays),
        # What a customer wrote is never shown to another (requirements 6.4).
        "customers": not one_customer,
    }
    for why, holds in faults.items():
        if holds:
            raise CannotMerge(why)
