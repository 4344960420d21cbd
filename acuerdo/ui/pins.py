"""Where the words of instants stand above a bar, so that none covers another: beside their line, and on rows one above the other."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

#: A pin's words need about this much room, percent.
ROOM = 22.0
#: More rows than this are no bar any more; the last ones may touch.
ROWS = 3

#: A day's name, with the word that it is closed, needs about this much, percent.
NAME = 11.0

#: Whether the words stand to the left of their line, and on which row, counted from the bar.
Stand = tuple[bool, int]


def stands(ats: Sequence[float]) -> list[Stand]:
    """Place the words of instants at these percents: with the least covered, on the fewest rows, to the right where that is the same.

    Every line goes down to the bar from its words: it must not cross the words of a lower row.
    """
    usual = list(zip(beside(ats), [0] * len(ats), strict=True))
    if not covered(ats, usual):
        return usual
    ways = [list(way) for way in product(product((False, True), range(min(ROWS, len(ats)))), repeat=len(ats))]
    return min(ways, key=lambda way: (covered(ats, way), max(row for _left, row in way), sum(left for left, _row in way)))


def with_room(lefts: Sequence[float]) -> Iterator[bool]:
    """Which of the days that begin at these percents are named: from the left each that no name before it covers."""
    free = 0.0
    for left in lefts:
        named = left >= free and left <= 100 - NAME
        free = left + NAME if named else free
        yield named


def beside(ats: Sequence[float]) -> Iterator[bool]:
    """On one row: to the left where the next line or the edge leaves no room to the right."""
    rights = [*ats[1:], 100.0]
    lefts = [0.0, *ats[:-1]]
    for at, left, right in zip(ats, lefts, rights, strict=False):  # of none there are still two edges
        yield right - at < ROOM <= at - left


def covered(ats: Sequence[float], way: Sequence[Stand]) -> float:
    """How many percent of words are covered by others, crossed by a line, or beyond an edge."""
    spans = [(at - ROOM, at) if left else (at, at + ROOM) for at, (left, _row) in zip(ats, way, strict=True)]
    beyond = sum(max(0.0, -begins) + max(0.0, ends - 100) for begins, ends in spans)
    return beyond + sum(between(ats, way, spans, one, other) for one, other in combinations(range(len(ats)), 2))


def between(ats: Sequence[float], way: Sequence[Stand], spans: Sequence[tuple[float, float]], one: int, other: int) -> float:
    """How much two of them are in each other's way."""
    (first, row), (second, its_row) = (spans[one], way[one][1]), (spans[other], way[other][1])
    if row == its_row:
        return max(0.0, min(first[1], second[1]) - max(first[0], second[0]))
    tall, words = (ats[one], second) if row > its_row else (ats[other], first)
    return ROOM if words[0] < tall < words[1] else 0.0
