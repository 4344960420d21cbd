"""The life of a case as values: statuses and moves, what may happen in each, levels, and its place in the queue.

Stands on core.errors alone. The manual's own names, its closing rules and its ladder come in as arguments.
"""

from acuerdo.core.tickets.approvals import Asked, Need, Quote, may_start, outstanding
from acuerdo.core.tickets.checks import Step, may_be_done, next_step, status_of_checks, waits_for_customer
from acuerdo.core.tickets.customer import (
    AfterMessage,
    after_customer_wrote,
    silence_may_close,
    wrote_after_solution,
)
from acuerdo.core.tickets.levels import CannotRaise, Rung, raise_level, reachable
from acuerdo.core.tickets.merging import CannotMerge, check_merge
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
from acuerdo.core.tickets.routing import Colleague, Route, covered_by, least_loaded, route
from acuerdo.core.tickets.status import Party, Status, is_open, party

__all__ = [
    "AfterMessage",
    "Asked",
    "CannotMerge",
    "CannotMove",
    "CannotRaise",
    "Colleague",
    "Need",
    "Party",
    "Place",
    "Quote",
    "Route",
    "Rung",
    "Standing",
    "Status",
    "Step",
    "after_customer_wrote",
    "can_move",
    "check_merge",
    "covered_by",
    "is_open",
    "least_loaded",
    "may_answer",
    "may_approve",
    "may_be_done",
    "may_close",
    "may_reject",
    "may_reopen",
    "may_solve",
    "may_start",
    "move",
    "moves_from",
    "next_step",
    "outstanding",
    "party",
    "raise_level",
    "rank",
    "reachable",
    "route",
    "silence_may_close",
    "status_of_checks",
    "waits_for_customer",
    "wrote_after_solution",
]
