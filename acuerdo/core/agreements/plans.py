"""Plans that customers contract, and what each includes."""

from collections.abc import Collection
from types import MappingProxyType

from acuerdo.core.agreements.book import Table
from acuerdo.core.agreements.values import Plan


def read_features(manual: Table) -> dict[str, str]:
    """`[features]`: the rows of the plan table, each with its printed label."""
    return manual.words("features")


def read_plans(manual: Table, calendars: Collection[str], channels: Collection[str], features: Collection[str]) -> dict[str, Plan]:
    """Every `[plans.<name>]`; in the file the cheapest stands first."""
    return {name: _plan(name, table, calendars, channels, features) for name, table in manual.named("plans")}


def _plan(name: str, table: Table, calendars: Collection[str], channels: Collection[str], features: Collection[str]) -> Plan:
    printed = table.table("printed")
    for key in printed.names():
        printed.refers(key, features, "feature", key)
    plan = Plan(
        id=name,
        label=table.text("label"),
        calendar=table.choice("calendar", calendars, "calendar"),
        availability=table.percent("availability"),
        channels=table.choices("channels", channels, "channel", ()),
        includes=table.choices("includes", features, "feature", ()),
        printed=MappingProxyType({key: printed.text(key) for key in printed.names()}),
        note=table.text("note", ""),
        source=table.text("source", ""),
    )
    table.done()
    return plan
