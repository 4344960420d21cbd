"""Facts that follow from other facts: a priority read off a matrix (DIG-A3), and values that a type goes with (SOP-A6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.asking import holds

Facts = Mapping[str, str]


@dataclass(frozen=True)
class Unfit:
    """A value that the type of the case does not go with, and those it goes with."""

    fact: str
    value: str
    type: str
    fitting: tuple[str, ...]


def settle(agreement: Agreement, facts: Facts, said: Facts) -> dict[str, str]:
    """Give provisional facts, with what the customer said over them, so that none contradicts another.

    A type chosen by the customer takes the values it goes with; where only one does, that one (SOP: request is severity 5). Facts that are
    asked of other cases only are left out (a complaint has no impact).
    """
    settled = {**facts, **said}
    kind = agreement.types.get(settled.get("type", ""))
    goes_with = kind.goes_with if kind else {}
    for fact, fitting in goes_with.items():
        if settled.get(fact, "") not in fitting:
            settled[fact] = fitting[0] if len(fitting) == 1 else facts.get(fact, "") if facts.get(fact, "") in fitting else ""
    for asked in agreement.fields.values():
        if asked.id not in goes_with and not all(holds(settled, *each) for each in asked.when.items()):
            settled[asked.id] = ""
    return by_matrix(agreement, {name: value for name, value in settled.items() if value})


def by_matrix(agreement: Agreement, facts: Facts) -> dict[str, str]:
    """The facts with the one that the matrix gives."""
    matrix = agreement.matrix
    given = matrix.given(facts) if matrix.gives else ""
    return {**facts, matrix.gives: given} if given else dict(facts)


def concerns(agreement: Agreement, fact: str, facts: Facts) -> bool:
    """Whether a fact is a question at all of a case with these facts: a complaint has no impact, an incident is no kind of PQRSF."""
    asked = agreement.fields.get(fact)
    return asked is None or bool(facts.get(fact)) or all(holds(facts, *each) for each in asked.when.items())


def unfit(agreement: Agreement, facts: Facts) -> Unfit | None:
    """The first value that contradicts the case's type; None where all fit."""
    kind = agreement.types.get(facts.get("type", ""))
    for fact, fitting in (kind.goes_with if kind else {}).items():
        value = facts.get(fact, "")
        if value and value not in fitting:
            return Unfit(fact, value, facts.get("type", ""), fitting)
    return None
