"""From the text of a manual file to an Agreement, or to every fault in it at once."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from acuerdo.core.agreements.agreement import Agreement
from acuerdo.core.agreements.asking import refuse_unknown, refuse_unknown_facts
from acuerdo.core.agreements.book import Book, Table
from acuerdo.core.agreements.calendars import Holidays, read_calendar, zone_of
from acuerdo.core.agreements.closing import read_closure, read_survey
from acuerdo.core.agreements.coverage import refuse_unreachable, warn_of_gaps
from acuerdo.core.agreements.entitlements import warn_of_channels_not_in_plan, warn_of_hours_outside, warn_of_no_calendar
from acuerdo.core.agreements.examples import read_examples, run_examples
from acuerdo.core.agreements.facts import read_catalogue, read_channels, read_fields, read_products, read_types
from acuerdo.core.agreements.faults import Faults
from acuerdo.core.agreements.ladders import read_escalations, read_ladders, read_roles
from acuerdo.core.agreements.matrix import read_matrix
from acuerdo.core.agreements.naming import read_control, read_intake, read_statuses
from acuerdo.core.agreements.papers import read_papers
from acuerdo.core.agreements.plans import read_features, read_plans
from acuerdo.core.agreements.positions import Path, lines_of
from acuerdo.core.agreements.prose import check_document
from acuerdo.core.agreements.questions import warn_of_dearer_and_slower
from acuerdo.core.agreements.reporting import read_reporting
from acuerdo.core.agreements.rules import read_milestones, read_rules
from acuerdo.core.agreements.schema import schema_of
from acuerdo.core.agreements.syntax import refuse_endless_keys, syntax_fault
from acuerdo.core.agreements.targets import Known, read_targets
from acuerdo.core.agreements.values import ManualFacts
from acuerdo.core.hours.instants import FIRST_YEAR, LAST_YEAR

#: For how long a version carries its holidays: the year before it takes effect (cases entered late) and ten from then (clocks.md part 6).
YEARS_BEFORE, YEARS_AFTER = 1, 10
_UNKNOWN = date(2000, 1, 1)
#: Editors on Windows begin a file of UTF-8 with it.
BYTE_ORDER_MARK = "\ufeff"


def read(text: str, *, holidays: Holidays, file: str = "<manual>", years: range | None = None) -> Agreement:
    """Read and check a manual; raises Faults with all that is wrong.

    `holidays(country, years)` gives dates and names, or raises LookupError for a country it does not know. `years`: which years to ask
    for, from one before the effective date to ten after it unless told.
    """
    values, lines = _parsed(text, file)
    book = Book(file, lines)
    agreement = _read(Table(book, (), values), holidays, years)
    if not book.faults:
        check_document(book, agreement)
        run_examples(book, agreement)
    if book.faults:
        raise Faults(book.faults)
    return replace(agreement, warnings=tuple(sorted(book.warnings, key=lambda each: each.line)))


def _parsed(text: str, file: str) -> tuple[dict[str, Any], dict[Path, int]]:
    """Give the values and the lines they stand on. Raises Faults with the first thing that is not TOML, or that nobody could read."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    refuse_endless_keys(file, text)
    try:
        return tomllib.loads(text), lines_of(text)
    except (ValueError, RecursionError) as error:
        raise Faults([syntax_fault(file, text, error)]) from error


def schema(language: str = "es") -> dict[str, Any]:
    """Give the JSON Schema (draft 7) of a manual, for editors, described in "es" or "en"."""
    return schema_of(lambda top: _read(top, lambda _country, _years: {}, None), language)


def _read(top: Table, holidays: Holidays, years: range | None) -> Agreement:
    manual = _manual(top)
    start = manual.effective_from.year
    years = years or range(start - YEARS_BEFORE, start + YEARS_AFTER + 1)
    calendars = {name: read_calendar(name, table, manual.zone, holidays, years) for name, table in top.named("calendars")}
    top.table("manual").refers(manual.default_calendar, calendars, "calendar", "calendar")
    fields, types, products = read_fields(top), read_types(top), read_products(top)
    channels, catalogue = read_channels(top, calendars), read_catalogue(top)
    features = read_features(top)
    plans = read_plans(top, calendars, channels, features)
    milestones = read_milestones(top)
    rules = read_rules(top, milestones)
    built_in: Mapping[str, Mapping[str, Any]] = {
        "plan": plans,
        "type": types,
        "item": catalogue,
        "product": products,
        "channel": channels,
    }
    facts = {
        **{name: tuple(values) for name, values in built_in.items()},
        **{name: tuple(field.values) for name, field in fields.items()},
    }
    known = Known(MappingProxyType(facts), tuple(rules), tuple(calendars), MappingProxyType(catalogue))
    targets = read_targets(top.tables("targets"), known)
    roles = read_roles(top)
    levels = read_ladders(top, roles)
    agreement = Agreement(
        **vars(manual),
        control=read_control(top),
        calendars=MappingProxyType(calendars),
        fields=MappingProxyType(fields),
        types=MappingProxyType(types),
        products=MappingProxyType(products),
        channels=MappingProxyType(channels),
        catalogue=MappingProxyType(catalogue),
        features=MappingProxyType(features),
        plans=MappingProxyType(plans),
        milestones=MappingProxyType(milestones),
        clocks=MappingProxyType(rules),
        targets=targets,
        roles=MappingProxyType(roles),
        levels=MappingProxyType(levels),
        escalations=read_escalations(top, known, rules, roles, levels),
        statuses=MappingProxyType(read_statuses(top)),
        closure=read_closure(top, rules, known),
        survey=read_survey(top),
        intake=read_intake(top, known),
        reporting=read_reporting(top, levels),
        matrix=read_matrix(top, known),
        examples=read_examples(top, manual.zone),
        **vars(read_papers(top, known, milestones, roles, levels)),
        known=known,
    )
    top.done()
    _refuse_unknown_conditions(top, facts)
    refuse_unreachable(top.book, targets, facts)
    warn_of_gaps(top.book, targets, rules.values(), facts)
    warn_of_dearer_and_slower(top.book, targets, plans)
    warn_of_hours_outside(top.book, channels, plans, calendars)
    warn_of_no_calendar(top.book, targets, manual.default_calendar)
    warn_of_channels_not_in_plan(top.book, targets, plans)
    return agreement


def _refuse_unknown_conditions(top: Table, facts: Mapping[str, tuple[str, ...]]) -> None:
    """Types and fields are read before all facts are known; what they ask only of some cases is checked after it."""
    for name in top.keys("types"):
        refuse_unknown(top.table("types").table(name), facts)
    for name in top.keys("fields"):
        refuse_unknown_facts(top.table("fields").table(name).table("when"), facts)


def _effective(table: Table) -> date:
    """Read since when it applies: in a year whose holidays can be known."""
    day = table.day("effective_from") or _UNKNOWN
    if FIRST_YEAR < day.year < LAST_YEAR - YEARS_AFTER:
        return day
    table.fault("effective_from", "bad_date", value=day.isoformat())
    return _UNKNOWN


def _manual(top: Table) -> ManualFacts:
    """`[manual]`: whose it is, since when, in which zone and calendar."""
    table = top.table("manual")
    facts = ManualFacts(
        id=table.slug("id"),
        title=table.text("title"),
        version=table.text("version"),
        effective_from=_effective(table),
        language=table.text("language"),
        provider=table.text("provider"),
        desk_name=table.text("desk_name"),
        zone=zone_of(table, None),
        default_calendar=table.text("calendar", ""),
        note=table.text("note", ""),
    )
    table.done()
    return facts
