"""Addresses of views of the queue, put together of parts that many of them share: a board has a hundred, each of a line and a column."""

from urllib.parse import quote_plus


def asking(fact: str, value: str) -> str:
    """What an address says of a fact."""
    return f"{fact}={quote_plus(value)}"


def all_of(*asked: str) -> str:
    """The query of the view that asks for all of these: as `View.query` writes it, in the order of the facts."""
    return "?" + "&".join(sorted(asked))
