"""What keeps a text without faults from being published, all of it at once."""

import re
from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from acuerdo.agreements.models import ManualVersion
from acuerdo.core.agreements import Agreement
from acuerdo.core.errors import Refusal

#: A version's name is part of its address: 2026.1, 2026-07, v3.
NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,19}")
ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
#: Of a title, letters.
LONGEST_TITLE = 200
#: A version that takes effect in more years than this is a slip of the hand; its holidays would not be known either.
YEARS_AHEAD = 3


class CannotPublish(Refusal):
    """A reason, at the line of the `[manual]` table that `key` stands on."""

    key: ClassVar[str]


class NameTaken(CannotPublish):
    """A published version never changes; another one has another name."""

    code = "agreements.name_taken"
    key = "version"


class BadName(CannotPublish):
    """The version's name cannot stand in an address."""

    code = "agreements.bad_name"
    key = "version"


class BadId(CannotPublish):
    """The manual's identifier is none."""

    code = "agreements.bad_id"
    key = "id"


class BadTitle(CannotPublish):
    """The title is empty or too long."""

    code = "agreements.bad_title"
    key = "title"


class InThePast(CannotPublish):
    """A version takes effect today or later: what was promised yesterday stays promised."""

    code = "agreements.in_the_past"
    key = "effective_from"


class BeforeAnother(CannotPublish):
    """A later version is published already; this one would never be in force, or change what that one was compared with."""

    code = "agreements.before_another"
    key = "effective_from"


class TooFar(CannotPublish):
    """Years ahead: a slip of the hand."""

    code = "agreements.too_far"
    key = "effective_from"


def obstacles(agreement: Agreement, published: Iterable[ManualVersion], today: date) -> list[CannotPublish]:
    """Every reason; `today` in the manual's zone. A desk's first version may have taken effect long ago."""
    there = list(published)
    return [*of_names(agreement, there), *of_the_day(agreement, there, today)]


def of_names(agreement: Agreement, there: list[ManualVersion]) -> Iterable[CannotPublish]:
    """What is wrong with how it is called."""
    if not ID.fullmatch(agreement.id):
        yield BadId(f"{agreement.id!r} is no identifier: a to z, digits, - and _, at most 40.", value=agreement.id)
    if not agreement.title.strip() or len(agreement.title) > LONGEST_TITLE:
        yield BadTitle(f"A title has 1 to {LONGEST_TITLE} letters.", most=LONGEST_TITLE)
    if not NAME.fullmatch(agreement.version):
        yield BadName(f"{agreement.version!r} is no version: letters, digits, . - and _, at most 20.", value=agreement.version)
    if any(version.version == agreement.version for version in there):
        value, free = agreement.version, next_name(agreement.version, (version.version for version in there))
        yield NameTaken(f"Version {value} is published already; name this one {free}.", value=value, free=free)


def of_the_day(agreement: Agreement, there: list[ManualVersion], today: date) -> Iterable[CannotPublish]:
    """What is wrong with the day it takes effect."""
    day = agreement.effective_from
    if day > today.replace(year=today.year + YEARS_AHEAD, day=1):
        yield TooFar(f"{day} is more than {YEARS_AHEAD} years away.", day=day, years=YEARS_AHEAD)
    if there and day < today:
        yield InThePast(f"{day} is past; write {today} or later.", day=day, today=today)
    last = max(there, key=lambda version: version.effective_from, default=None)
    if last is not None and day < last.effective_from:
        yield BeforeAnother(
            f"Version {last.version} takes effect on {last.effective_from}; write that day or later.",
            day=day,
            other=last.version,
            other_day=last.effective_from,
        )


def next_name(name: str, taken: Iterable[str]) -> str:
    """The next free name after one: 2026.1 → 2026.2; one without a number gets one."""
    used = set(taken)
    stem, digits = re.fullmatch(r"(.*?)(\d*)", name, re.DOTALL).groups()  # type: ignore[union-attr]
    number = int(digits or 1)
    stem = stem if digits else f"{stem}-"
    while (free := f"{stem}{number}") in used or free == name:
        number += 1
    return free
