"""How property tests run here: the same examples every time, so that a red run is red for everybody."""

from hypothesis import settings

repeatable = settings(derandomize=True, deadline=None, database=None, max_examples=200)
