"""What an entry of the log replaced: each field with what was and what is. The case's history and the audit page read it here."""

from collections.abc import Mapping
from dataclasses import dataclass

#: What replaced a fact goes by one of these beside `before`, whichever is there first; where none is, by the names in `before`.
AFTER = ("after", "facts", "to", "team", "stage", "level", "points", "tags", "date", "case", "role", "value", "addresses", "state")


@dataclass(frozen=True)
class Replaced:
    """A field that was replaced; None where nothing was, or is."""

    name: str
    before: object
    after: object


def replaced(facts: Mapping[str, object]) -> tuple[list[Replaced], dict[str, object]]:
    """What the facts say was replaced, in their order, and what they say besides."""
    rest = dict(facts)
    name = next((name for name in AFTER if name in rest), "")
    if "before" not in rest:
        return [], rest
    before = rest.pop("before")
    if not isinstance(before, Mapping):
        return [Replaced(name or "before", before, rest.pop(name, None))], rest
    after = rest.get(name)
    if isinstance(after, Mapping):
        now = after
        del rest[name]
    else:
        now = {key: rest.pop(key) for key in before if key in rest}
    return [Replaced(each, before.get(each), now.get(each)) for each in dict.fromkeys((*before, *now))], rest
