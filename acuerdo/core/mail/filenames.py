"""A name for a file that came from outside: safe on every system, still its own."""

import re

LONGEST = 120
LONGEST_ENDING = 10

#: Control characters, what Windows refuses, and marks that turn the reading direction (exe.gpj).
_UNSAFE = re.compile('[\x00-\x1f\x7f<>:"|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)

ENDINGS = {
    "application/ms-tnef": ".dat",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "image/gif": ".gif",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "message/rfc822": ".eml",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/plain": ".txt",
}


def safe(name: str, content_type: str) -> str:
    """Give the last piece of whatever path was given, or `adjunto` with an ending for the type."""
    last = re.split(r"[/\\]", _UNSAFE.sub("", " ".join(name.split())))[-1].strip(". ")
    if not last:
        return "adjunto" + ENDINGS.get(content_type, "")
    if _RESERVED.match(last):
        last = f"_{last}"
    return _short(last)


def _short(name: str) -> str:
    """Cut the stem, keep the ending."""
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > LONGEST_ENDING:
        return name[:LONGEST]
    return stem[: LONGEST - len(ending) - 1] + dot + ending
