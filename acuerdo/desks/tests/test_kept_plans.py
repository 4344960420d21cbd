"""Outside of a transaction a question is asked without a cursor, and answered as a cursor would."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, DataError, OperationalError, ProgrammingError, connection, connections, transaction
from psycopg.types.json import Jsonb

from acuerdo.desks.postgresql import kept
from acuerdo.desks.postgresql.kept import KeptPlans, numbered
from acuerdo.desks.prepared import planned

VALUES = [
    *(0, -1, 32_767, 32_768, 2**31, -(2**40), True, None, 1.5, Decimal("10.25"), "", "it's 100 % «ñ» %s", "\\", b"\x00\xff"),
    *([], [1, 2**40], ["a", "b'c"], date(2028, 2, 29), datetime(1999, 12, 31, 23, 59, 59, 1, UTC), Jsonb({"a": [None, 1]})),
]


@pytest.fixture
def apart(django_db_setup, django_db_blocker):
    """A thread whose connection is in no transaction, as a page's; the rows it was given without a cursor are counted."""
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as thread:
        try:
            yield lambda work: thread.submit(work).result(60)
        finally:
            thread.submit(connections.close_all).result(60)


@pytest.fixture
def answered(monkeypatch):
    """Whether each question so far was answered without a cursor."""
    told, plain = [], KeptPlans.answer

    def answer(self, *asked):
        rows = plain(self, *asked)
        told.append(rows is not None)
        return rows

    monkeypatch.setattr(KeptPlans, "answer", answer)
    return told


def looked() -> None:
    """Ask what a page asks first, so that the connection is there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_it_reads_what_a_cursor_reads(apart, answered, value):
    words = "SELECT %s, ARRAY[%s], 'a' LIKE '%%'"

    def both():
        looked()
        with connection.planned_cursor() as cursor:
            cursor.execute(words, [value, value])
            return cursor.fetchall(), planned(words, [value, value]), planned(words, [value, value])

    if value is None or isinstance(value, list):
        words = "SELECT %s::text, %s::text[], 'a' LIKE '%%'"
    by_cursor, once, again = apart(both)
    assert by_cursor == once == again
    assert answered == [True, True]


def test_names_are_places_too_and_one_that_comes_again_is_sent_once(apart, answered):
    assert numbered("SELECT %(b)s, %(a)s, %(b)s, '50 %%'") == (b"SELECT $1, $2, $1, '50 %'", ("b", "a"))

    def ask():
        looked()
        return planned("SELECT %(b)s || %(a)s || %(b)s", {"a": "-", "b": "x", "unused": 1})

    assert apart(ask) == [("x-x",)]
    assert answered == [True]
    with pytest.raises(KeyError):
        apart(lambda: planned("SELECT %(b)s", {"a": 1}))


def test_it_is_planned_once(apart, answered):
    def ask():
        looked()
        for _ in range(5):
            planned("SELECT 'planned once', %s", ["x"])
        return planned("SELECT name FROM pg_prepared_statements WHERE statement LIKE %s", ["SELECT 'planned once'%"])

    assert len(apart(ask)) == 1
    assert all(answered)


def test_within_a_transaction_it_is_part_of_that(apart, answered):
    def ask():
        looked()
        seen = []
        try:
            with transaction.atomic():
                with connection.cursor() as cursor:
                    cursor.execute("CREATE TABLE only_within (name text)")
                    cursor.execute("INSERT INTO only_within VALUES ('a')")
                seen.append(planned("SELECT name FROM only_within", ()))
                raise LookupError  # noqa: TRY301
        except LookupError:
            seen.append(planned("SELECT to_regclass('only_within') IS NULL", ()))
        return seen

    assert apart(ask) == [[("a",)], [(True,)]]
    assert answered == []  # nor after it was undone, until Django has looked where the connection looks


def test_what_the_connection_forgot_is_planned_anew(apart, answered):
    def ask():
        looked()
        rows = [planned("SELECT %s + 1", [1])]
        with connection.cursor() as cursor:
            cursor.execute("DEALLOCATE ALL")
        return rows + [planned("SELECT %s + 1", [1]) for _ in range(2)]

    assert apart(ask) == [[(2,)]] * 3
    assert answered == [True, False, True]


def test_an_error_is_told_as_django_tells_it_and_the_connection_goes_on(apart):
    def ask():
        looked()
        with pytest.raises(ProgrammingError, match="nowhere"):
            planned("SELECT nothing FROM nowhere", ())
        with pytest.raises(DataError, match="division by zero"):
            planned("SELECT 1 / %s", [0])
        return planned("SELECT 7", ())

    assert apart(ask) == [(7,)]


@pytest.mark.parametrize(("words", "value"), [("SELECT %s", "a\0b"), ("SELECT %s", object()), ("SELECT %s::date", "infinity")])
def test_what_cannot_be_sent_or_read_is_told_as_django_tells_it(apart, words, value):
    def ask():
        looked()
        with pytest.raises(DatabaseError):
            planned(words, [value])
        return planned("SELECT 7", ())

    assert apart(ask) == [(7,)]


def test_of_what_fails_no_plan_stays(apart):
    def ask():
        looked()
        for _ in range(3):
            with pytest.raises(DataError):
                planned("SELECT 'fails', 1 / %s", [0])
        return planned(
            "SELECT count(*) FROM pg_prepared_statements WHERE name LIKE %s AND statement LIKE %s", ["acuerdo%", "SELECT 'fails'%"]
        )

    assert apart(ask) == [(0,)]


def test_no_more_plans_are_kept_than_that_and_what_lost_its_own_is_answered(apart, answered, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 3)

    def ask():
        looked()
        rows = [planned(f"SELECT {number} + %s", [1]) for number in (1, 2, 3, 4, 5, 1, 2)]
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'acuerdo%'")
            return rows, cursor.fetchall()

    assert apart(ask) == ([[(number + 1,)] for number in (1, 2, 3, 4, 5, 1, 2)], [(3,)])
    assert answered == [True] * 7


def test_a_connection_that_died_is_told_of_and_replaced_by_the_next(apart):
    def backend():
        looked()
        return planned("SELECT pg_backend_pid()", ())[0][0]

    first = apart(backend)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [first])
    with pytest.raises(OperationalError):
        apart(lambda: planned("SELECT 1", ()))
    apart(lambda: connection.close_if_unusable_or_obsolete())  # noqa: PLW0108  its own connection, not this thread's
    assert apart(backend) != first
    connection.close()


@pytest.mark.django_db
def test_who_counts_statements_counts_it(django_assert_num_queries):
    looked()
    with django_assert_num_queries(1):
        planned("SELECT 1", ())
