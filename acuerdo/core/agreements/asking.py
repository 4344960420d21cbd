"""How a point of the minimum information is asked, and in which cases (DIG-013–DIG-022)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from acuerdo.core.agreements.book import Table

#: What answers a point: a line or a text, what happened (the report itself), how to reach whoever reports, the product, files,
#: several parts, or a yes.
KINDS = ("line", "text", "description", "contact", "product", "files", "parts", "confirm")
#: A point that the manual does not ask of customers: the desk checks it.
UNASKED = "unasked"
#: In a condition: any answer at all.
ANY_ANSWER = "*"

Facts = Mapping[str, str]
Condition = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Ask:
    """How one point is asked. `when`: all of it must hold; `unless`: none of it may; both over the case's facts.

    `compares`: the point that names the customer's version; an older one than the product's latest lacks this point (DIG-065).
    """

    kind: str = UNASKED
    question: str = ""
    hint: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    when: Condition = field(default_factory=dict)
    unless: Condition = field(default_factory=dict)
    optional: bool = False
    compares: str = ""
    note: str = ""
    source: str = ""

    def applies(self, facts: Facts) -> bool:
        """Whether a case with these facts owes the point (DIG-A13: no replica in P1)."""
        return all(holds(facts, *each) for each in self.when.items()) and not any(holds(facts, *each) for each in self.unless.items())


def holds(facts: Facts, fact: str, values: tuple[str, ...]) -> bool:
    """Whether the fact has one of these values, or any where they say so."""
    said = facts.get(fact, "")
    return bool(said) and (ANY_ANSWER in values or said in values)


def read_asks(kind: Table) -> dict[str, Ask]:
    """`[types.<type>.asks.<point>]`; a point without one is asked of nobody, and checked by the desk."""
    known = (*kind.keys("needs"), *kind.keys("returns"))
    asks = {}
    for name, table in kind.named("asks"):
        table.refers(name, known, "point")
        asks[name] = Ask(
            kind=table.choice("as", KINDS, "answer", "line"),
            question=table.text("question", ""),
            hint=table.text("hint", ""),
            parts=MappingProxyType(table.words("parts")),
            when=read_condition(table, "when"),
            unless=read_condition(table, "unless"),
            optional=table.flag("optional"),
            compares=table.choice("compares", known, "point", ""),
            note=table.text("note", ""),
            source=table.text("source", ""),
        )
        table.done()
    return asks


def read_condition(table: Table, key: str) -> Condition:
    """Facts with the values that are meant; a single text stands for a list of one."""
    inner = table.table(key)
    return MappingProxyType({name: inner.texts(name, one=True) for name in inner.names()})


def refuse_unknown(kind: Table, known: Mapping[str, Collection[str]]) -> None:
    """Find fault with conditions on facts or values that the manual has not."""
    for name in kind.keys("asks"):
        ask = kind.table("asks").table(name)
        for key in ("when", "unless"):
            refuse_unknown_facts(ask.table(key), known)
    refuse_unknown_facts(kind.table("goes_with"), known)


def refuse_unknown_facts(condition: Table, known: Mapping[str, Collection[str]]) -> None:
    """Find fault with one condition."""
    for fact in condition.names():
        condition.refers(fact, known, "field", fact)
        for value in condition.texts(fact, (), one=True):
            if fact in known and value != ANY_ANSWER:
                condition.refers(value, known[fact], "value", fact)
