"""PostgreSQL keeps the plans of what is asked in the same words."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from acuerdo.desks.prepared import planned
from acuerdo.desks.queries import in_desk


@pytest.mark.django_db
def test_what_postgresql_has_planned_is_asked_of_the_desk_of_the_moment(desk, other_desk):
    def named(subject: str) -> list[tuple[int]]:
        return planned("SELECT value FROM kept_plan WHERE name = %s", [subject])

    for number, one in enumerate((desk, other_desk)):
        with in_desk(one.schema_name), connection.cursor() as cursor:
            cursor.execute("CREATE TABLE kept_plan (name text, value integer)")
            cursor.execute("INSERT INTO kept_plan VALUES ('a', %s)", [number])
    for _ in range(8):
        with in_desk(desk.schema_name):
            assert named("a") == [(0,)]
        with in_desk(other_desk.schema_name):
            assert named("a") == [(1,)]
    with in_desk(desk.schema_name):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%kept_plan%'")
            assert cursor.fetchone() == (1,)
            cursor.execute("ALTER TABLE kept_plan ADD COLUMN other text, ALTER COLUMN name TYPE varchar(20)")
        assert named("a") == [(0,)]
        assert named("'; --") == []


def test_a_column_that_a_migration_gave_another_type_is_planned_anew(django_db_setup, django_db_blocker):
    def asked() -> list[tuple[str]]:
        return planned("SELECT name FROM widened", ())

    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as thread, connection.cursor() as migration:
        try:
            migration.execute("CREATE TABLE widened (name varchar(10))")
            migration.execute("INSERT INTO widened VALUES ('a')")
            for length in (20, 30, 40):
                assert [thread.submit(asked).result() for _ in range(4)] == [[("a",)]] * 4
                migration.execute(f"ALTER TABLE widened ALTER COLUMN name TYPE varchar({length})")
            assert thread.submit(asked).result() == [("a",)]
        finally:
            migration.execute("DROP TABLE IF EXISTS widened")
            thread.submit(lambda: connection.close()).result()  # noqa: PLW0108  its own connection, not this thread's
            connection.close()
