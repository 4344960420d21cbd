"""The life of a case as values: statuses and moves, what may happen in each, levels, and its place in the queue.

Stands on core.errors alone. The manual's own names, its closing rules and its ladder come in as arguments.
"""

from acuerdo.core.tickets.customer import (
    AfterMessage,
    after_customer_wrote,
    silence_may_close,
    wrote_after_solution,
)
from acuerdo.core.tickets.levels import CannotRaise, Rung, raise_level, reachable
from acuerdo.core.tickets.moves import CannotMove, can_move, move, moves_from
from acuerdo.core.tickets.permitted import (
    may_answer,
    may_approve,
    may_close,
    may_reject,
    may_reopen,
    may_solve,
)
from acuerdo.core.tickets.queue import Place, Standing, rank
from acuerdo.core.tickets.status import Party, Status, is_open, party

__all__ = [
    "AfterMessage",
    "CannotMove",
    "CannotRaise",
    "Party",
    "Place",
    "Rung",
    "Standing",
    "Status",
    "after_customer_wrote",
    "can_move",
    "is_open",
    "may_answer",
    "may_approve",
    "may_close",
    "may_reject",
    "may_reopen",
    "may_solve",
    "move",
    "moves_from",
    "party",
    "raise_level",
    "rank",
    "reachable",
    "silence_may_close",
    "wrote_after_solution",
]
