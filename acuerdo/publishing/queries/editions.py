"""The versions of the manual that anyone may read."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import known_versions


@dataclass(frozen=True, slots=True)
class Edition:
    """A version, how it stands today, and all the others, newest first."""

    version: ManualVersion
    in_force: ManualVersion
    others: tuple[ManualVersion, ...]
    today: date

    @property
    def year(self) -> int:
        """Whose holidays it shows: this year's, or its first one's before it takes effect."""
        return max(self.today.year, self.version.effective_from.year)

    @property
    def standing(self) -> str:
        """`now`, `past` or `future`."""
        return standing(self.version, self.in_force)


def standing(version: ManualVersion, in_force: ManualVersion) -> str:
    """How a version stands where another one, or itself, is in force: `now`, `past` or `future`."""
    if version == in_force:
        return "now"
    return "future" if version.effective_from > in_force.effective_from else "past"


def edition(today: date, name: str = "") -> Edition:
    """The version in force, or the one that is named. Raises Http404 where there is none."""
    versions = tuple(known_versions())
    if not versions:
        raise Http404
    in_force = next((version for version in versions if version.effective_from <= today), versions[-1])
    chosen = next((version for version in versions if version.version == name), None) if name else in_force
    if chosen is None:
        raise Http404
    return Edition(chosen, in_force, tuple(version for version in versions if version != chosen), today)


def version_before(version: ManualVersion) -> ManualVersion | None:
    """The version that a version follows; None for the first."""
    versions = list(known_versions())
    place = next((index for index, each in enumerate(versions) if each.pk == version.pk), len(versions))
    return versions[place + 1] if place + 1 < len(versions) else None
