"""The manual in force, and holidays as dates."""

import json
import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.agreements.models import CustomField, ManualVersion
from acuerdo.core.agreements import Agreement, Fault, Faults, read
from acuerdo.core.agreements.calendars import Holidays
from acuerdo.core.clocks import Terms
from acuerdo.desks.prepared import Given, Prepared


@lru_cache(maxsize=64)
def _year(country: str, year: int) -> tuple[tuple[date, str], ...]:
    import holidays as source  # three megabytes of all the world's calendars: only who reads a text that is not published yet needs them

    name, _, subdivision = country.partition("-")
    found = source.country_holidays(name, subdiv=subdivision or None, years=year, language="es")
    # The library marks a holiday that the law moved to Monday; people know it by its name alone.
    return tuple(sorted((day, str(label).removesuffix(" (observado)")) for day, label in found.items()))


def holidays_of(country: str, years: range) -> dict[date, str]:
    """A country's public holidays by date, with their Spanish names. `country`: CO, or ES-MD with a subdivision.

    Raises NotImplementedError for a country the library does not know.
    """
    return {day: name for year in years for day, name in _year(country, year)}


#: A text of more letters than this is no manual: the largest of ours has a tenth.
LONGEST = 500_000


def read_text(text: str, *, holidays: Holidays = holidays_of, file: str = "manual.toml", years: range | None = None) -> Agreement:
    """Read a text that anybody may have written; raises Faults, also for what is too long or too deep to be read."""
    if len(text) > LONGEST:
        said = {"detail": f"more than {LONGEST} letters", "detail_es": f"más de {LONGEST} letras"}
        raise Faults([Fault(file, 1, "syntax", said)])
    try:
        return read(text, holidays=holidays, file=file, years=years or years_named(text))
    except RecursionError as error:
        said = {"detail": "lists within lists, too deep", "detail_es": "listas dentro de listas, demasiado hondas"}
        raise Faults([Fault(file, 1, "syntax", said)]) from error


#: A day as TOML writes it.
DAY = re.compile(r"\b(\d{4})-\d\d-\d\d")
#: The years in which the core keeps cases, and so all that a text may want.
FIRST, LAST = 1970, 2101


def years_named(text: str) -> range | None:
    """The years whose holidays a text needs: from the one before its first day, a worked example's perhaps, to ten after its last."""
    years = [year for found in DAY.findall(text) if FIRST < (year := int(found)) < LAST]
    return range(min(years) - 1, min(max(years) + 11, LAST)) if years else None


def known_versions() -> QuerySet[ManualVersion]:
    """All that were published, the one that takes effect last first; without their texts and holidays, which are large."""
    return ManualVersion.objects.defer("text", "holidays").order_by("-effective_from", "-pk")


_IN_FORCE = Prepared(lambda: known_versions().filter(effective_from__lte=Given("day"))[:1])


def current_version() -> ManualVersion:
    """The version in force now; before the first one's day, the first one."""
    return version_at(timezone.now())


def version_at(at: datetime) -> ManualVersion:
    """The version in force at an instant: a version's day begins at midnight here, not in Greenwich."""
    return version_on(at.astimezone(ZoneInfo(settings.TIME_ZONE)).date())


def version_on(day: date) -> ManualVersion:
    """The version in force on a day; before the first one's day, the first one."""
    # Text and holidays are read once a process: agreement_of fetches them when it must.
    found = _IN_FORCE.first(day=day) or known_versions().last()
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


def agreement_named(digest: str, pk: int) -> Agreement:
    """The values of the stored version with this digest; it is fetched, by its key, only where this process has not read it."""
    return _read.get(digest) or agreement_of(ManualVersion.objects.get(pk=pk))


def terms_under(version: ManualVersion, overrides: Mapping[str, object]) -> Terms:
    """What is owed under a stored version, and over it what a contract agrees apart. Raises Faults."""
    agreement = agreement_of(version)
    return _agreed_apart(version.digest, json.dumps(overrides, sort_keys=True)) if overrides else agreement.terms()


@lru_cache(maxsize=1024)
def _agreed_apart(digest: str, overrides: str) -> Terms:
    """Like a manual, a contract's own terms are read once a process: each action and page of each of its cases asks for them."""
    return _read[digest].terms(json.loads(overrides))


#: The question whose answer rules of where cases go may ask for.
DEPARTMENT = "department"


def fields_for(kind: str, agreement: Agreement) -> list[CustomField]:
    """The desk's own questions for cases of a type, those for all types among them, in their order; and the manual's departments."""
    own = list(CustomField.objects.filter(type__in=("", kind), is_active=True))
    return own if any(field.name == DEPARTMENT for field in own) else [*own, *department_of(agreement)]


def answered(names: Collection[str], kind: str, agreement: Agreement) -> list[CustomField]:
    """The questions of these names, also those asked no more or of other types; of the same name the one of this type last."""
    own = sorted(CustomField.objects.filter(name__in=names), key=lambda field: (field.type == kind, not field.type, field.is_active))
    return [*(field for field in department_of(agreement) if field.name in names), *own]


def department_of(agreement: Agreement) -> list[CustomField]:
    """Ask which department a customer writes to, where the manual's ways to the desk name some (PRO-052)."""
    labels = dict.fromkeys(label for way in agreement.channels.values() for label in way.departments.values())
    if not labels:
        return []
    return [CustomField(name=DEPARTMENT, label=_("Departamento"), kind=CustomField.Kind.CHOICE, choices=list(labels))]


def departments(agreement: Agreement) -> list[str]:
    """The departments that a case may be for: those of the desk's own field of that name, else the manual's."""
    own = CustomField.objects.filter(name=DEPARTMENT, kind=CustomField.Kind.CHOICE).first()
    return [str(choice) for field in ([own] if own else department_of(agreement)) for choice in field.choices]
