"""What of a case a promise rests on, in the manual's own words: «Plan Empresarial, Alto»."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Names:
    """What people read for facts and their values; `fields` names those that are fields of the manual."""

    fields: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]

    def basis(self, asked: Iterable[str], facts: Mapping[str, object]) -> str:
        """Name the facts a promise asked for; two fields with like words («Media», «Alta») are told apart by their names."""
        asked = list(asked)
        several = sum(fact in self.fields for fact in asked) > 1
        return ", ".join(self.said(fact, str(facts[fact]), named=several) for fact in asked if facts.get(fact) is not None)

    def said(self, fact: str, value: str, *, named: bool) -> str:
        """Write one value, with its field's name where it must be."""
        label = self.values.get(fact, {}).get(value, value)
        return f"{self.fields[fact]} {label}" if named and fact in self.fields else label


NO_NAMES = Names({}, {})
