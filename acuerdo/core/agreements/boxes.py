"""Facts as boxes: a set of values for each field. What two have in common, and what of one the others leave."""

from collections.abc import Iterable, Iterator, Mapping

Box = dict[str, frozenset[str]]
#: The facts that a rule asks about; it says nothing of the others.
Where = Mapping[str, frozenset[str]]


def left_of(box: Box, answered: Iterable[Where]) -> list[Box]:
    """Give what of the box none of these answer."""
    left = [box]
    for where in answered:
        left = [part for each in left for part in without(each, where)]
    return left


def without(box: Box, where: Where) -> Iterator[Box]:
    """Cut the box into the parts outside `where`, one cut a field."""
    if not meet(box, where):
        yield box
        return
    inside = dict(box)
    for name, values in where.items():
        outside = inside[name] - values
        if outside:
            yield {**inside, name: outside}
        inside[name] = inside[name] & values


def meet(box: Box, where: Where) -> bool:
    """Say whether some facts are in both."""
    return all(box[name] & values for name, values in where.items())


def common(box: Box, where: Where) -> Box:
    """Give the facts that are in both; some field is empty where they do not meet."""
    return {name: values & where.get(name, values) for name, values in box.items()}
