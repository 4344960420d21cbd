"""The language of what is being written, as the core names it."""

from django.utils.translation import get_language


def language() -> str:
    """Give "en" in English, else "es"."""
    return "en" if (get_language() or "es").startswith("en") else "es"
