"""What the product's role may do. The log can be read and added to; it cannot be rewritten, not even by us."""

import os
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from django.db import connection
from psycopg import sql

#: Tables the product may only read and insert into.
ADD_ONLY = frozenset({"events_event", "audit_seal"})
#: Tables it only reads: what was migrated is the owner's business.
READ_ONLY = frozenset({"django_migrations"})


def product_role() -> str:
    """The role the product connects with; empty when it is also the owner."""
    url = os.environ.get("ACUERDO_PRODUCT_URL", "")
    return unquote(urlsplit(url).username or "") if url else ""


def rights_of(table: str) -> str:
    """The rights that the product has on a table."""
    if table in READ_ONLY:
        return "SELECT"
    return "SELECT, INSERT" if table in ADD_ONLY else "SELECT, INSERT, UPDATE, DELETE"


def tables(schema: str) -> list[str]:
    """The tables of a schema."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s ORDER BY 1", [schema])
        return [row[0] for row in cursor.fetchall()]


def grant(schema: str, role: str) -> None:
    """Give the product its rights on a schema, and take all others from it."""
    name, who = sql.Identifier(schema), sql.Identifier(role)
    statements = [
        sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(name, who),
        sql.SQL("REVOKE CREATE ON SCHEMA {} FROM {}").format(name, who),
        sql.SQL("REVOKE ALL ON ALL TABLES IN SCHEMA {} FROM {}").format(name, who),
        sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {} TO {}").format(name, who),
        sql.SQL("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {} TO {}").format(name, who),
    ]
    for table in tables(schema):
        rights = sql.SQL(rights_of(table))
        statements.append(sql.SQL("GRANT {} ON {} TO {}").format(rights, sql.Identifier(schema, table), who))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def granted_wrongly(schemas: Iterable[str], role: str) -> list[str]:
    """Which of these schemas have a table on which the product has other rights than it should; one query, however many there are."""
    every = ["SELECT", "INSERT", "UPDATE", "DELETE"]
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT DISTINCT schemaname FROM pg_tables WHERE schemaname = ANY(%(schemas)s) AND NOT (
               has_schema_privilege(%(role)s, schemaname, 'USAGE')
               AND ARRAY(SELECT r FROM unnest(%(every)s::text[] || 'TRUNCATE'::text) r
                         WHERE has_table_privilege(%(role)s, format('%%I.%%I', schemaname, tablename), r))
                   = CASE WHEN tablename = ANY(%(read)s) THEN (%(every)s::text[])[1:1]
                          WHEN tablename = ANY(%(add)s) THEN (%(every)s::text[])[1:2] ELSE %(every)s::text[] END)""",
            {"schemas": list(schemas), "role": role, "every": every, "read": list(READ_ONLY), "add": list(ADD_ONLY)},
        )
        return [schema for (schema,) in cursor.fetchall()]


def wrong_grants(schema: str, role: str) -> Iterator[str]:
    """What the product may do in a schema and should not, or should and may not, one sentence each."""
    for table in tables(schema):
        wanted = set(rights_of(table).split(", "))
        has = held(schema, table, role)
        if wanted != has:
            yield f"{schema}.{table}: {', '.join(sorted(has)) or 'nothing'}; should be {', '.join(sorted(wanted))}"


def held(schema: str, table: str, role: str) -> set[str]:
    """The rights a role has on a table, by grant, by membership or as its owner."""
    rights = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r FROM unnest(%s::text[]) r WHERE has_table_privilege(%s, format('%%I.%%I', %s::text, %s::text), r)",
            [list(rights), role, schema, table],
        )
        return {row[0] for row in cursor.fetchall()}
