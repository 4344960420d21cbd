"""What a fact of an event says, its name and its value."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from acuerdo.audit.wording.facts import FACTS


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
