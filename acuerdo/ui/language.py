"""The language of what is being written: as the core names it, and where it is kept."""

from threading import local
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, trans_real


def language() -> str:
    """Give "en" in English, else "es"."""
    return "en" if (get_language() or "es").startswith("en") else "es"


def keep_by_thread() -> None:
    """Have Django keep the language and the zone of now by thread.

    It keeps them by asynchronous task, behind a lock, and asks some four hundred times a page. Pages and jobs run in
    threads (config/asgi.py), where both say the same: a thread's own place takes a twentieth of the time.
    """
    keepers: tuple[Any, ...] = (trans_real, timezone)
    for keeper in keepers:
        keeper._active = local()  # noqa: SLF001  Django does the same when its settings change
