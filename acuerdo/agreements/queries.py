"""The manual in force, and holidays as dates."""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import holidays as source
from django.utils import timezone

from acuerdo.agreements.models import ManualVersion
from acuerdo.core.agreements import Agreement, read
from acuerdo.core.clocks import Terms


@lru_cache(maxsize=64)
def _year(country: str, year: int) -> tuple[tuple[date, str], ...]:
    name, _, subdivision = country.partition("-")
    found = source.country_holidays(name, subdiv=subdivision or None, years=year, language="es")
    # The library marks a holiday that the law moved to Monday; people know it by its name alone.
    return tuple(sorted((day, str(label).removesuffix(" (observado)")) for day, label in found.items()))


def holidays_of(country: str, years: range) -> dict[date, str]:
    """A country's public holidays by date, with their Spanish names. `country`: CO, or ES-MD with a subdivision.

    Raises NotImplementedError for a country the library does not know.
    """
    return {day: name for year in years for day, name in _year(country, year)}


def current_version() -> ManualVersion:
    """The version in force today; before the first one's day, the first one."""
    return version_on(timezone.now().date())


def version_on(day: date) -> ManualVersion:
    """The version in force on a day; before the first one's day, the first one."""
    # Text and holidays are large, and read once a process: agreement_of fetches them when it must.
    versions = ManualVersion.objects.defer("text", "holidays").order_by("-effective_from", "-pk")
    found = versions.filter(effective_from__lte=day).first() or versions.last()
    if found is None:
        raise ManualVersion.DoesNotExist
    return found


#: Read manuals by their digest: a published version never changes, so one reading serves a process.
_read: dict[str, Agreement] = {}


def agreement_of(version: ManualVersion) -> Agreement:
    """A stored version as values, on the holidays stored with it, never the library's."""
    if version.digest not in _read:
        stored: Mapping[str, Mapping[str, str]] = version.holidays

        def resolve(country: str, years: range) -> dict[date, str]:
            return {date.fromisoformat(day): name for day, name in stored.get(country, {}).items()}

        _read[version.digest] = read(version.text, holidays=resolve, file=f"{version.manual}.toml")
    return _read[version.digest]


def terms_under(version: ManualVersion, overrides: Mapping[str, object]) -> Terms:
    """What is owed under a stored version, and over it what a contract agrees apart. Raises Faults."""
    agreement = agreement_of(version)
    return _agreed_apart(version.digest, json.dumps(overrides, sort_keys=True)) if overrides else agreement.terms()


@lru_cache(maxsize=1024)
def _agreed_apart(digest: str, overrides: str) -> Terms:
    """Like a manual, a contract's own terms are read once a process: each action and page of each of its cases asks for them."""
    return _read[digest].terms(json.loads(overrides))
