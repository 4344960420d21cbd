"""django-tenants' PostgreSQL, but for how instants are read: by psycopg's own code, 0.3 µs each against 10 µs of Django's.

A page of the queue reads 450 of them. Django puts a reader of its own into each connection, to give them in the zone of its
settings; here that is UTC, the connection is set to it, and psycopg's reader, written in C, gives the same.
"""

from typing import Any

from django.db.backends.postgresql.base import ServerSideCursor
from django_tenants.postgresql_backend import base as tenants
from psycopg.types.datetime import TimestamptzLoader


class DatabaseWrapper(tenants.DatabaseWrapper):
    """A connection of the product."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect; instants come aware, in UTC."""
        connection = super().get_new_connection(conn_params)
        connection.adapters.register_loader("timestamptz", TimestamptzLoader)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        """Make a cursor as Django does, and leave its reader of instants as it is."""
        if name is None:
            return self.connection.cursor()
        in_parts: Any = ServerSideCursor
        return in_parts(self.connection, name=name, scrollable=False, withhold=self.connection.autocommit)
