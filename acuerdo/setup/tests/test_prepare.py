"""Preparing the database: what is there already costs a few queries."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from acuerdo.desks.queries import behind

pytestmark = pytest.mark.django_db


def prepared() -> str:
    out = StringIO()
    call_command("prepare", stdout=out)
    return out.getvalue()


def test_a_second_time_finds_nothing_to_do(desk, django_assert_max_num_queries):
    prepared()

    with django_assert_max_num_queries(15):
        assert prepared() == "Base de datos: al día\n"


def test_a_desk_that_lacks_a_migration_is_behind(desk):
    assert behind([desk.schema_name]) == []

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'tickets' AND name LIKE '0002%%'")

    assert behind([desk.schema_name, "no_such_schema"]) == [desk.schema_name, "no_such_schema"]
