"""The secrets of one installation: made at random once, kept where only their owner reads them."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Keys:
    """Passwords of the three database roles, and the key that signs sessions and links."""

    superuser: str
    owner: str
    product: str
    secret_key: str


def keys_in(file: Path) -> Keys:
    """Those the file holds; made and written there first when there is none."""
    if not file.exists():
        write_privately(file, json.dumps(asdict(new_keys()), indent=1))
    return Keys(**json.loads(file.read_text("utf-8")))


def new_keys() -> Keys:
    """Letters, digits, - and _ only, so that they need no quoting in a URL or in SQL."""
    import secrets

    superuser, owner, product = (secrets.token_urlsafe(32) for _ in range(3))
    return Keys(superuser, owner, product, secrets.token_urlsafe(50))


def write_privately(file: Path, text: str) -> None:
    """Write so that others never see it and a crash leaves the old text or the new one, never half."""
    new = file.with_name(f"{file.name}.new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(descriptor)
    new.replace(file)
