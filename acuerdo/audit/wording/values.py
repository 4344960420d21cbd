"""What a fact of an event says, its name and its value."""

import re
from collections.abc import Mapping
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from acuerdo.audit.wording.facts import FACTS

#: An instant as facts hold it (RFC 3339).
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?\+00:00", re.ASCII)


def fact_in_words(name: str) -> str:
    """What a fact is called."""
    return str(FACTS.get(name, name.replace("_", " ")))


def plain(value: object) -> str:
    """A fact's value on one line."""
    if value in (None, "", [], {}):
        return "—"
    if isinstance(value, bool):
        return _("sí") if value else _("no")
    if isinstance(value, Mapping):
        return ", ".join(f"{fact_in_words(str(name))}: {plain(each)}" for name, each in value.items())
    if isinstance(value, list):
        return ", ".join(plain(each) for each in value)
    return str(value)


def at_ours(said: str) -> str:
    """An instant of the log by the desk's clock, to the second; all else as it is, what somebody wrote like an instant too."""
    if not INSTANT.fullmatch(said):
        return said
    try:
        return f"{localtime(datetime.fromisoformat(said)):%Y-%m-%d %H:%M:%S}"
    except (ValueError, OverflowError):
        return said
