"""Plans that PostgreSQL keeps for a connection, asked without psycopg's cursor around them.

A cursor decides for each statement whether to plan it and whether to begin a transaction, and waits by a generator: 80 µs of CPU for a
row by its key, of which 32 are what libpq takes to ask and read it. A page asks ten times. Here a question outside of a transaction is
asked of libpq at once, by what psycopg gives for that (psycopg.pq). It answers or it does not: whatever is unusual (a plan that a
migration made useless, a connection that died, a value that cannot be sent or read, an error) is left to the cursor, which knows
what to do and say.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import Any

from psycopg import Connection, Error
from psycopg.adapt import PyFormat, Transformer
from psycopg.pq import ExecStatus

PLACES = re.compile(r"%(?:%|s|\((\w+)\)s)")
#: A value's place: its name, or which of the values it is.
Place = int | str
#: Words, and the types of the values in them.
Kind = tuple[bytes, Sequence[int]]
#: So many plans a connection keeps. The product has some hundred questions; a search has words of its own for each number of parts.
MOST = 300


@lru_cache(maxsize=1000)
def numbered(words: str) -> tuple[bytes, tuple[Place, ...]]:
    """Write `%s` and `%(name)s` as PostgreSQL does ($1), and give what goes there; a name that comes again has one place."""
    order: list[Place] = []

    def put(place: re.Match[str]) -> str:
        if place[0] == "%%":
            return "%"
        key = place[1] or len(order)
        if key not in order:
            order.append(key)
        return f"${order.index(key) + 1}"

    return PLACES.sub(put, words).encode(), tuple(order)


class KeptPlans:
    """What one connection has had planned, by words and types of values."""

    def __init__(self, connection: Connection[Any]) -> None:
        """Nothing yet."""
        self.connection = connection
        self.names: dict[Kind, bytes] = {}
        self.numbers = count()

    def answer(self, words: str, values: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]] | None:
        """Ask, outside of any transaction; None where it has to be asked by a cursor. A value that is not there raises KeyError."""
        query, order = numbered(words)
        given: list[Any] = [values[place] for place in order]  # type: ignore[index]  # names of a mapping, numbers of a sequence
        written = Transformer(self.connection)
        try:
            asked: Any = written.dump_sequence(given, [PyFormat.AUTO] * len(given))
            kind = query, written.types or ()
            name = self.names.get(kind) or self.plan(kind)
            result = self.connection.pgconn.exec_prepared(name, asked, written.formats)
            if result.status != ExecStatus.TUPLES_OK:
                self.forget(kind)
                return None
            written.set_pgresult(result)
            rows: list[tuple[Any, ...]] = written.load_rows(0, result.ntuples, tuple)
        except Error:
            return None
        return rows

    def plan(self, kind: Kind) -> bytes:
        """Have it planned, under a name that was never used: one that is not planned after all answers with an error when it is asked."""
        if len(self.names) >= MOST:
            self.forget(next(iter(self.names)))  # what was planned first; should it be asked again, it is planned again
        name = self.names[kind] = b"acuerdo_%d" % next(self.numbers)
        self.connection.pgconn.prepare(name, *kind)
        return name

    def forget(self, kind: Kind) -> None:
        """Have PostgreSQL forget a plan too: the connection may live for weeks."""
        self.connection.pgconn.exec_(b"DEALLOCATE " + self.names.pop(kind))
