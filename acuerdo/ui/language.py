"""The language of what is being written: as the core names it, and where it is kept."""

from threading import local
from typing import Any

from django.urls import base as urls
from django.utils import timezone, translation
from django.utils.translation import get_language, trans_real

#: So many words and sentences are kept; the product says some four thousand in each language.
KEPT = 20_000


def language() -> str:
    """Give "en" in English, else "es"."""
    return "en" if (tongue() or "es").startswith("en") else "es"


def tongue() -> str | None:
    """Give the language of now as Django names it, in one call of its four: a page asks two hundred times."""
    try:
        name: str | None = trans_real._active.value._DjangoTranslation__to_language  # type: ignore[attr-defined]  # noqa: SLF001  where Django keeps it
    except AttributeError:  # none was chosen, or all were put away
        return get_language()
    return name


def keep_by_thread() -> None:
    """Have Django keep the language and the zone of now, and the addresses that hold, by thread.

    It keeps them by asynchronous task, behind a lock, and asks some five hundred times a page. Pages and jobs run in
    threads (config/asgi.py), where both say the same: a thread's own place takes a twentieth of the time.
    """
    keepers: tuple[Any, ...] = (trans_real, timezone)
    for keeper in keepers:
        keeper._active = local()  # noqa: SLF001  Django does the same when its settings change
    places: Any = urls
    places._prefixes, places._urlconfs = local(), local()  # noqa: SLF001  the same


def say_once() -> None:
    """Have Django look up words once a language: it takes twenty calls for each, and a page has two hundred."""
    said: dict[tuple[object, str], str] = {}

    def gettext(message: str) -> str:
        if type(message) is not str:  # what is safe as markup stays so
            return trans_real.gettext(message)
        try:
            catalogue = trans_real._active.value  # type: ignore[attr-defined]  # noqa: SLF001  where `keep_by_thread` put it
            return said[catalogue, message]
        except AttributeError:  # no language was chosen
            return trans_real.gettext(message)
        except KeyError:
            words = trans_real.gettext(message)
            if isinstance(catalogue, trans_real.DjangoTranslation):
                if len(said) >= KEPT:
                    said.clear()
                said[catalogue, message] = words
            return words

    words: Any = translation
    words._trans.gettext = gettext  # noqa: SLF001  where Django keeps which functions it says words by
