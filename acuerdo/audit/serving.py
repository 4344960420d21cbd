"""The log as a file, streamed: a spreadsheet's, or a line of JSON an entry."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from acuerdo.audit.queries.authors import authors
from acuerdo.audit.queries.search import Search, all_of
from acuerdo.audit.wording import kind_in_words
from acuerdo.desks.queries import in_desk
from acuerdo.events.models import Event
from acuerdo.events.queries import COVERED, instant

COLUMNS = ("id", "recorded_at", "words", "actor_name", "ip", "detail", "erased", *COVERED, "form", "hash")
#: A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Echo:
    """What csv writes to: it gives back what it is given."""

    def write(self, line: str) -> str:
        """Give it back."""
        return line


def rows(search: Search, schema: str) -> Iterator[dict[str, Any]]:
    """Every entry as plain values. The answer is streamed after the request has left its desk: each batch enters it anew."""
    batches = all_of(search)
    while True:
        with in_desk(schema):
            batch = next(batches, None)
            known = authors(batch or ())
        if batch is None:
            return
        yield from (row(event, known.get(event.pk, "")) for event in batch)


def row(event: Event, name: str) -> dict[str, Any]:
    """One entry."""
    detail = getattr(event, "detail", None)
    content = dict(detail.content) if detail else {}
    return {
        **{column: getattr(event, column) for column in COVERED},
        "id": event.pk,
        "at": instant(event.at),
        "recorded_at": instant(event.recorded_at),
        "form": event.form,
        "words": kind_in_words(event.kind),
        "actor_name": name,
        "ip": content.pop("ip", ""),
        "detail": content,
        "erased": bool(event.detail_hash) and detail is None,
        "hash": event.hash,
    }


def as_csv(search: Search, schema: str) -> Iterator[str]:
    """With its columns' names first, and the mark by which spreadsheets know UTF-8."""
    writer = csv.writer(Echo())
    yield "\ufeff"
    yield writer.writerow(COLUMNS)
    for each in rows(search, schema):
        yield writer.writerow([cell(each[column]) for column in COLUMNS])


def cell(value: object) -> str:
    """A cell that a spreadsheet shows and never runs."""
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def as_json_lines(search: Search, schema: str) -> Iterator[str]:
    """An object a line."""
    for each in rows(search, schema):
        yield json.dumps({column: each[column] for column in COLUMNS}, ensure_ascii=False) + "\n"
