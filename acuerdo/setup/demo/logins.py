"""The log-ins of the demonstration: `demo.json` in the data folder, which only its owner reads."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings


def where() -> Path:
    """The file; the start prints it and the pages of the demonstration show it."""
    return Path(settings.DATA) / "demo.json"


def read() -> list[dict[str, Any]]:
    """What it says: desk, name, url, people; nothing if it is not there or was cut off."""
    try:
        found = json.loads(where().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return found if isinstance(found, list) else []


def write(desks: Sequence[dict[str, Any]]) -> None:
    """Write it whole or not at all."""
    path = where()
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(list(desks), file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
