"""By which ways a case is attended: those of its contract, else of its row in the table of times, else of its plan (PRO-067)."""

from collections.abc import Mapping, Sequence

from acuerdo.core.agreements.agreement import Agreement


def admits(agreement: Agreement, facts: Mapping[str, object], channel: str, agreed: Sequence[str] = ()) -> bool:
    """Whether a case with these facts is attended by this way; `agreed` are the contract's own.

    What the manual does not name (in person), and a manual that says nothing of ways, is never refused.
    """
    named = agreed or named_by(agreement, facts)
    return not named or channel not in agreement.channels or channel in named


def named_by(agreement: Agreement, facts: Mapping[str, object]) -> tuple[str, ...]:
    """Give the ways that the manual names for a case with these facts; empty where it names none."""
    for table in agreement.targets:
        if all(facts.get(name) in values for name, values in table.where.items()):
            named = table.channels.get(str(facts.get(table.rows, "")), table.channels.get("", ()))
            if named:
                return named
    plan = agreement.plans.get(str(facts.get("plan", "")))
    return plan.channels if plan else ()
