"""The product's role cannot rewrite the log, whatever the product is made to do."""

import os

import psycopg
import psycopg.conninfo
import psycopg.sql
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from acuerdo.desks.actions.grant import grant, granted_wrongly, held, rights_of, wrong_grants


@pytest.fixture
def product(desk):
    """A connection of the product's own role to the test's database."""
    url = os.environ["ACUERDO_PRODUCT_URL"]
    with psycopg.connect(url, dbname=connection.settings_dict["NAME"], autocommit=True) as own:
        own.execute(psycopg.sql.SQL("SET search_path TO {}").format(psycopg.sql.Identifier(desk.schema_name)))
        yield own


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events_event SET facts = '{}'",
        "DELETE FROM events_event",
        "TRUNCATE events_event",
        "ALTER TABLE events_event ADD COLUMN mine text",
        "DROP TABLE events_event",
        "CREATE TABLE mine (a int)",
    ],
)
def test_the_product_can_neither_change_nor_delete_what_was_recorded(product, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        product.execute(statement)


def test_the_product_reads_the_log(product):
    assert product.execute("SELECT count(*) FROM events_event").fetchone()[0] >= 1


def test_every_table_has_exactly_its_rights(desk):
    role = psycopg.conninfo.conninfo_to_dict(os.environ["ACUERDO_PRODUCT_URL"])["user"]

    assert list(wrong_grants(desk.schema_name, role)) == []
    assert granted_wrongly([desk.schema_name], role) == []


def test_a_right_too_many_is_found_and_named(desk):
    role = psycopg.conninfo.conninfo_to_dict(os.environ["ACUERDO_PRODUCT_URL"])["user"]
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT UPDATE ON events_event TO {role}")

    with pytest.raises(CommandError):
        call_command("check_grants")
    assert held(desk.schema_name, "events_event", role) == {"SELECT", "INSERT", "UPDATE"}
    assert granted_wrongly([desk.schema_name], role) == [desk.schema_name]

    grant(desk.schema_name, role)
    assert held(desk.schema_name, "events_event", role) == set(rights_of("events_event").split(", "))
