"""What a case is classified by: fields, types, products, channels and the request catalogue."""

from collections.abc import Collection
from types import MappingProxyType

from acuerdo.core.agreements.asking import read_asks, read_condition
from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.durations import read_target
from acuerdo.core.agreements.targets import RESERVED
from acuerdo.core.agreements.values import CaseType, Channel, Choice, Field, Item, Product

#: Facts that every manual has, besides its own fields.
BUILT_IN = ("plan", "type", "item", "product", "channel")

_QUOTES = ("yes", "no", "by contract")


def read_fields(manual: Table) -> dict[str, Field]:
    """Every `[fields.<name>]`."""
    return {name: _field(name, table) for name, table in manual.named("fields")}


def _field(name: str, table: Table) -> Field:
    if name in BUILT_IN or name in RESERVED:
        table.book.fault(table.path, "taken_name", value=name)
    values = {}
    for value, entry in table.named("values"):
        if value in RESERVED:
            entry.book.fault(entry.path, "taken_name", value=value)
        label = entry.text("label")
        values[value] = Choice(
            id=value,
            label=label,
            printed=entry.text("printed", label),
            criterion=entry.text("criterion", ""),
            example=entry.text("example", ""),
            plain=entry.text("plain", ""),
            note=entry.text("note", ""),
            source=entry.text("source", ""),
        )
        entry.done()
    field = Field(
        id=name,
        label=table.text("label"),
        values=MappingProxyType(values),
        question=table.text("question", ""),
        hint=table.text("hint", ""),
        when=read_condition(table, "when"),
        optional=table.flag("optional"),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return field


def read_types(manual: Table) -> dict[str, CaseType]:
    """Every `[types.<name>]`."""
    types = {}
    for name, table in manual.named("types"):
        types[name] = CaseType(
            id=name,
            label=table.text("label"),
            criterion=table.text("criterion", ""),
            needs=MappingProxyType(table.words("needs")),
            returns=MappingProxyType(table.words("returns")),
            asks=MappingProxyType(read_asks(table)),
            goes_with=read_condition(table, "goes_with"),
            team=table.text("team", ""),
            plain=table.text("plain", ""),
            customers=table.flag("customers", default=True),
            public=table.flag("public"),
            committee=table.flag("committee"),
            quote=table.flag("quote"),
            note=table.text("note", ""),
            source=table.text("source", ""),
        )
        table.done()
    return types


def read_channels(manual: Table, calendars: Collection[str]) -> dict[str, Channel]:
    """Every `[channels.<name>]`."""
    known = manual.keys("channels")
    channels = {}
    for name, table in manual.named("channels"):
        label = table.text("label")
        channels[name] = Channel(
            id=name,
            label=label,
            printed=table.text("printed", label),
            opens=table.flag("opens", default=True),
            contingency=table.flag("contingency"),
            hours=table.choice("hours", calendars, "calendar", ""),
            hours_by_plan=MappingProxyType(_hours_by_plan(manual, table, calendars)),
            otherwise=table.choice("otherwise", known, "channel", ""),
            departments=MappingProxyType(table.words("departments")),
            note=table.text("note", ""),
            source=table.text("source", ""),
        )
        table.done()
    return channels


def _hours_by_plan(manual: Table, channel: Table, calendars: Collection[str]) -> dict[str, str]:
    """Plans for which this way keeps other hours."""
    inner = channel.table("hours_by_plan")
    for plan in inner.names():
        inner.refers(plan, manual.keys("plans"), "plan", plan)
    return {plan: inner.choice(plan, calendars, "calendar") for plan in inner.names()}


def read_products(manual: Table) -> dict[str, Product]:
    """Every `[products.<name>]`, with its support team."""
    products = {}
    for name, table in manual.named("products"):
        products[name] = Product(
            id=name,
            label=table.text("label"),
            team=table.text("team", ""),
            phone_option=table.get("phone_option", int, None),
            note=table.text("note", ""),
            source=table.text("source", ""),
        )
        table.done()
    return products


def read_catalogue(manual: Table) -> dict[str, Item]:
    """Every `[catalogue.<item>]`."""
    items = {}
    for name, table in manual.named("catalogue"):
        promised = table.text("promise", "")
        items[name] = Item(
            id=name,
            label=table.text("label"),
            complexity=table.text("complexity", ""),
            committee=table.flag("committee"),
            quote=table.choice("quote", _QUOTES, "quote", "no"),
            promise=read_target(table.book, table.at("promise"), promised) if promised else None,
            printed=table.text("printed", promised),
            estimated=table.flag("estimated"),
            remarks=table.text("remarks", ""),
            cells=MappingProxyType(table.words("cells")),
            note=table.text("note", ""),
            source=table.text("source", ""),
        )
        table.done()
    return items
