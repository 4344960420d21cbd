"""By which ways a case is attended: those of its contract, else of its row in the table of times, else of its plan (PRO-067)."""

from collections.abc import Mapping, Sequence

from acuerdo.core.agreements.agreement import Agreement


def admits(agreement: Agreement, facts: Mapping[str, object], channel: str, agreed: Sequence[str] = ()) -> bool:
    """Whether a case with these facts is attended by this way; `agreed` are the contract's own.

    What the manual does not name (in person), and a manual that says nothing of ways, is never refused.
    """
    named = agreed or named_by(agreement, facts, channel)
    return not named or channel not in agreement.channels or channel in named


def named_by(agreement: Agreement, facts: Mapping[str, object], channel: str) -> tuple[str, ...]:
    """Give the ways among which the manual decides on this one for a case with these facts; empty where it names none.

    The tables decide on the ways that one of their rows names (mail and telephone); the plan on the others (the chat, PRO-049).
    """
    plan = agreement.plans.get(str(facts.get("plan", "")))
    for table in agreement.targets if _is_in_a_row(agreement, channel) else ():
        if all(facts.get(name) in values for name, values in table.where.items()):
            named = table.channels.get(str(facts.get(table.rows, "")), table.channels.get("", ()))
            if named:
                return named
    return plan.channels if plan else ()


def _is_in_a_row(agreement: Agreement, channel: str) -> bool:
    return any(channel in named for table in agreement.targets for named in table.channels.values())
