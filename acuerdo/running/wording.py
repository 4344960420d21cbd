"""What is said at the terminal. The Spanish sentence is the key; Django's catalogue is not loaded here."""

import os
from collections.abc import Mapping
from contextlib import suppress

from acuerdo.running.english import ENGLISH


def language(environment: Mapping[str, str] = os.environ) -> str:
    """`en` when ACUERDO_LANG, or else the system's locale, says English; `es` for all else."""
    asked = next((value for name in ("ACUERDO_LANG", "LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return "en" if asked.lower().startswith("en") else "es"


def sentence(spanish: str, **facts: object) -> str:
    """Give the sentence in the person's language, its facts filled in."""
    return (ENGLISH[spanish] if language() == "en" else spanish).format_map(facts)


def say(spanish: str, **facts: object) -> None:
    """One plain line on the screen."""
    tell(sentence(spanish, **facts))


def tell(text: str) -> None:
    """Print; a terminal that was closed, or a reader that went away, is no reason to fall over."""
    with suppress(OSError):
        print(text, flush=True)
