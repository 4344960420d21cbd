"""django-tenants' PostgreSQL, but for two things.

Instants are read by psycopg's own code, 0.3 µs each against 10 µs of Django's; a page of the queue reads 450 of them. Django puts a
reader of its own into each connection, to give them in the zone of its settings; here that is UTC, the connection is set to it, and
psycopg's reader, written in C, gives the same.

`answer` has PostgreSQL keep the plan of what it asks (a prepared statement): two thirds of its work on a page were planning again what
it had planned for the page before. For questions whose words never change; in another desk, and after a change of its tables, it plans
anew by itself.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.backends.postgresql.base import ServerBindingCursor, ServerSideCursor
from django.db.backends.postgresql.operations import DatabaseOperations
from django.db.backends.utils import CursorWrapper
from django_tenants.postgresql_backend import base as tenants
from psycopg.errors import FeatureNotSupported
from psycopg.pq import TransactionStatus
from psycopg.types.datetime import TimestamptzLoader

from acuerdo.desks.postgresql.kept import KeptPlans

#: What was asked so often on a connection is asked again.
AGAIN = 2


class Operations(DatabaseOperations):
    """What Django does besides asking."""

    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> str:
        """Say what was asked, where somebody records it: of a planned cursor the words, for its values were never among them."""
        return super().last_executed_query(cursor, sql, params) or str(sql)


class PlannedCursor(ServerBindingCursor):
    """A cursor whose plans are kept, and made anew where a migration gave a column another type.

    PostgreSQL refuses such a plan each time ("cached plan must not change result type"), until the connection forgets it.
    """

    def execute(self, query: Any, params: Any = None, **how: Any) -> Any:
        """Ask; within a transaction a refusal undoes all of it, and with that psycopg forgets what was planned."""
        cursor: Any = super()  # Django's stubs leave out what it is of psycopg's
        try:
            return cursor.execute(query, params, **how)
        except FeatureNotSupported:
            if cursor.connection.info.transaction_status != TransactionStatus.IDLE:
                raise
            cursor.connection.execute("DEALLOCATE ALL")
            return cursor.execute(query, params, **how)


class DatabaseWrapper(tenants.DatabaseWrapper):
    """A connection of the product."""

    ops_class = Operations
    #: While a cursor is made for `planned_cursor`.
    keeps_plans = False
    kept: KeptPlans

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect; instants come aware, in UTC."""
        connection = super().get_new_connection(conn_params)
        connection.adapters.register_loader("timestamptz", TimestamptzLoader)
        connection.prepare_threshold = AGAIN  # Django's usual cursors prepare nothing whatever it says
        self.kept = KeptPlans(connection)
        return connection

    def answer(self, words: str, values: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Ask in words that never change, and give the rows; PostgreSQL keeps their plan, and values are sent apart from the words."""
        if self.is_at_hand and self.autocommit and not (self.in_atomic_block or self.execute_wrappers or self.queries_logged):
            rows = self.kept.answer(words, values)
            if rows is not None:
                return rows
        with self.planned_cursor() as cursor:
            cursor.execute(words, values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found

    @property
    def is_at_hand(self) -> bool:
        """Whether there is a connection that is known to live and to look into the right desk: Django need not be asked about it."""
        told = self.connection is not None and self.search_path_set_schemas
        return bool(told) and (self.health_check_done or not self.health_check_enabled)

    def planned_cursor(self) -> CursorWrapper:
        """Make a cursor that keeps plans."""
        self.keeps_plans = True
        try:
            made: CursorWrapper = self.cursor()
            return made
        finally:
            self.keeps_plans = False

    def create_planned(self) -> Any:
        """Make the cursor itself, as psycopg knows it."""
        planned: Any = PlannedCursor
        return planned(self.connection)

    def create_cursor(self, name: str | None = None) -> Any:
        """Make a cursor as Django does, and leave its reader of instants as it is."""
        if name is None:
            return self.create_planned() if self.keeps_plans else self.connection.cursor()
        in_parts: Any = ServerSideCursor
        return in_parts(self.connection, name=name, scrollable=False, withhold=self.connection.autocommit)
