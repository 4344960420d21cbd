"""Whether foreign HTML may be cleaned and shown: a cleaner's work grows with the square of depth and of attributes."""

import re

#: Characters, tags, and parts of one tag that no letter has; up to here the worst takes a second or two, beyond it minutes.
LONGEST, TAGS, PARTS = 1_000_000, 6_000, 1_500

_PART = re.compile(r"[\s/\"'=]+")


def can_be_shown(html: str) -> bool:
    """Whether it is small enough, counted so that no quotes and no comments can hide anything from the count."""
    if len(html) > LONGEST or html.count("<") > TAGS:
        return False
    return all(sum(1 for _ in _PART.finditer(piece)) <= PARTS for piece in html.split("<"))
