"""Amounts of time as a manual writes them: «< 2 business hours», or "date"."""

from acuerdo.core.agreements.book import Book
from acuerdo.core.agreements.positions import Path
from acuerdo.core.clocks import Target
from acuerdo.core.errors import Refusal


def read_target(book: Book, path: Path, text: str) -> Target | None:
    """Give the target, or None and a fault at that place."""
    try:
        return Target.parse(text)
    except (Refusal, ValueError):
        book.fault(path, "bad_target", value=text)
        return None
