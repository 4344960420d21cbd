"""The JSON Schema for editors: the five manuals satisfy it, and what the reader refuses it refuses where a schema can."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from acuerdo.core.agreements import schema
from acuerdo.core.agreements.schema import ANY
from acuerdo.core.agreements.tests.shipped import NAMES, text_of
from acuerdo.core.agreements.tests.small import TEXT, spoiled

TYPES = {"string": (str, date), "boolean": bool, "integer": int, "number": (int, float), "array": list, "object": dict}


def faults(node: dict[str, Any], value: Any, place: str = "") -> Iterator[str]:
    """Give what does not hold, of the words of JSON Schema that we use."""
    yield from faults_of_value(node, value, place)
    if isinstance(value, dict):
        yield from faults_of_object(node, value, place)
    for index, each in enumerate(value if isinstance(value, list) else ()):
        yield from faults(node.get("items", {}), each, f"{place}[{index}]")
    if "anyOf" in node and all(any(faults(form, value)) for form in node["anyOf"]):
        yield f"{place}: {value!r} has none of the forms"


def faults_of_value(node: dict[str, Any], value: Any, place: str) -> Iterator[str]:
    if value != node.get("const", value):
        yield f"{place}: not {node['const']}"
    if value not in node.get("enum", [value]):
        yield f"{place}: {value!r} is none of {node['enum']}"
    if "type" in node and not of_type(value, node["type"]):
        yield f"{place}: {value!r} is no {node['type']}"


def of_type(value: Any, kind: str) -> bool:
    return isinstance(value, TYPES[kind]) and (isinstance(value, bool) is (kind == "boolean"))


def faults_of_object(node: dict[str, Any], value: dict[str, Any], place: str) -> Iterator[str]:
    yield from (f"{place}: {key} is missing" for key in node.get("required", ()) if key not in value)
    for key, each in value.items():
        if not re.search(node.get("propertyNames", {}).get("pattern", ""), key):
            yield f"{place}: {key} is no name"
        inner = node.get("properties", {}).get(key, node.get("additionalProperties", {}))
        if inner is False:
            yield f"{place}: {key} is unknown"
        else:
            yield from faults(inner, each, f"{place}.{key}")


@cache
def made() -> dict[str, Any]:
    return schema()


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_manual_satisfies_the_schema(name) -> None:
    assert list(faults(made(), tomllib.loads(text_of(name)))) == []


#: Faults of the reader that a schema can see, each with the words it must find.
SPOILS = [
    ('label = "Oficina"', 'lable = "Oficina"\nlabel = "Oficina"', "lable is unknown"),
    ('provider = "Proveedor"\n', "", "provider is missing"),
    ('label = "Básico"', "label = 5", "5 is no string"),
    ("[types.incidente]", '[types."Incidente Grave"]', "Incidente Grave is no name"),
    ('kind = "promise"', 'kind = "promesa"', "'promesa' is none of"),
    ('on_reopen = "ignore"\non_reclassify = "keep"\nwarn_at', 'on_reclassify = "keep"\nwarn_at', "on_reopen is missing"),
    ('template = "acknowledgement"', 'template = "acuse"', "'acuse' is none of"),
    ('reopen_within = "none"\n', "", "reopen_within is missing"),
    ('at = 0.5\nclocks = ["answer"]\n', "", "has none of the forms"),
    ('open = "24x7"', 'open = "siempre"', "has none of the forms"),
]


@pytest.mark.parametrize(("before", "after", "found"), SPOILS)
def test_an_editor_sees_what_the_reader_would_refuse(before, after, found) -> None:
    assert any(found in fault for fault in faults(made(), tomllib.loads(spoiled(before, after))))


def test_the_small_manual_satisfies_the_schema() -> None:
    assert list(faults(made(), tomllib.loads(TEXT))) == []


def test_every_table_is_there_and_described_in_both_languages() -> None:
    tables = {
        "manual",
        "calendars",
        "fields",
        "clocks",
        "plans",
        "targets",
        "channels",
        "products",
        "types",
        "catalogue",
        "common_incidents",
    }
    tables |= {"levels", "escalation", "closure", "survey", "changes", "availability", "commercial", "notifications", "reports", "roles"}
    tables |= {"audit", "examples", "control", "glossary", "document"}

    assert tables <= set(made()["properties"])
    assert made()["properties"]["glossary"]["description"] == "Glosario"
    assert schema("en")["properties"]["glossary"]["description"] == "Glossary"


def test_no_stand_in_for_a_name_is_left_in_the_schema() -> None:
    assert ANY not in str(made())


def test_the_statuses_are_the_product_s_and_no_others() -> None:
    statuses = made()["properties"]["statuses"]

    assert len(statuses["properties"]) == 10
    assert statuses["additionalProperties"] is False
