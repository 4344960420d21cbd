"""To which cases a rule is restricted: `where = { plan = ["a", "b"] }`."""

from collections.abc import Mapping
from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.targets import Known


def read_where(table: Table, known: Known, key: str = "where") -> Mapping[str, tuple[str, ...]]:
    """Give the facts with the values that are meant; a single text stands for a list of one."""
    where = table.table(key)
    facts = {}
    for name in where.names():
        where.refers(name, known.facts, "field", name)
        if name in known.facts:
            facts[name] = where.choices(name, known.facts[name], "value", one=True)
    return MappingProxyType(facts)
