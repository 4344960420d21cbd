"""What a process needs to know of the installation, as environment variables."""

import json
from collections.abc import Mapping
from pathlib import Path

from acuerdo.running.folder import DataFolder, is_held
from acuerdo.running.keys import write_privately
from acuerdo.running.place import located

OWNERS = "DATABASE_OWNER_URL"


def environment_of(asked: Path) -> dict[str, str]:
    """Read the variables of the product running on this data folder, the owner's URL included.

    For commands typed by hand. Empty when nothing runs there: its database is down, and a second
    server on the same files is not started behind the supervisor's back.
    """
    folder = DataFolder(located(asked))
    if not is_held(folder) or not folder.environment.exists():
        return {}
    return dict(json.loads(folder.environment.read_text("utf-8")))


def save(folder: DataFolder, values: Mapping[str, str]) -> None:
    """Keep them for `environment_of`. They hold passwords: only their owner reads the file."""
    write_privately(folder.environment, json.dumps(dict(values), indent=1))


def for_the_product(environment: Mapping[str, str]) -> dict[str, str]:
    """Without the owner's password: web, worker and listener cannot rewrite the log even if taken over."""
    return {name: value for name, value in environment.items() if name != OWNERS}
