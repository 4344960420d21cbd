"""Connections to the database: what they read, and what becomes of one that died."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client

from acuerdo.desks.middleware import DeskOfHost
from acuerdo.desks.models import Desk


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["UTC", "America/Bogota", "Asia/Kathmandu"])
def test_an_instant_comes_back_as_it_was_in_whatever_zone_it_was_written(zone):
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::timestamp AT TIME ZONE %s, NULL::timestamptz", ["1999-12-31 23:59:59.000001", zone])
        read, nothing = cursor.fetchone()
        cursor.execute("SELECT %s", [read])
        assert cursor.fetchone() == (read,)
    assert read.utcoffset() == timedelta(0)
    assert nothing is None
    if zone == "UTC":
        assert read == datetime(1999, 12, 31, 23, 59, 59, 1, UTC)


@pytest.mark.django_db
def test_rows_that_are_read_a_part_at_a_time_bring_the_same_instants(desk):
    (at_once,) = Desk.objects.filter(pk=desk.pk).values_list("created_at", flat=True)
    (in_parts,) = Desk.objects.filter(pk=desk.pk).values_list("created_at", flat=True).iterator(chunk_size=1)
    assert in_parts == at_once
    assert in_parts.utcoffset() == timedelta(0)


def test_a_page_is_served_though_its_connection_died_since_the_last(django_db_setup, django_db_blocker):
    def served_by() -> tuple[int, int]:
        status = Client().get("/", headers={"host": "testserver"}).status_code
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            return status, cursor.fetchone()[0]

    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as thread:
        try:
            status, first = thread.submit(served_by).result()
            assert status == 200
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [first])
                assert cursor.fetchone() == (True,)
            status, second = thread.submit(served_by).result()
            assert status == 200
            assert second != first
        finally:
            thread.submit(lambda: connection.close()).result()  # noqa: PLW0108  its own connection, not this thread's
            connection.close()


def test_a_database_that_nobody_reaches_is_not_waited_for_twice(monkeypatch):
    tried = []

    def unreachable(host: str) -> None:
        tried.append(host)
        raise OperationalError

    monkeypatch.setattr("acuerdo.desks.middleware.desk_at", unreachable)
    with ThreadPoolExecutor(1) as thread:  # it has no connection
        problem = thread.submit(DeskOfHost(lambda _request: None).desk_at, "testserver").exception()

    assert isinstance(problem, OperationalError)
    assert tried == ["testserver"]
