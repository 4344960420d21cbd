"""Reading the process environment: strict, so that a typing mistake never becomes a setting."""

import os
from urllib.parse import unquote, urlsplit

TRUE, FALSE = {"1", "true", "yes", "si", "sí"}, {"0", "false", "no", ""}


def flag(name: str, *, default: bool = False) -> bool:
    """Whether a yes/no variable is on; raises ValueError on anything that is neither."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() in TRUE:
        return True
    if value.lower() in FALSE:
        return False
    msg = f"{name}={value!r}: write 1 or 0"
    raise ValueError(msg)


def database(url: str) -> dict[str, object]:
    """Django's connection settings for a postgresql:// address."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        msg = "DATABASE_URL: write postgresql://user:password@host:port/database"
        raise ValueError(msg)
    return {
        "ENGINE": "acuerdo.desks.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        # A connection is kept by its thread and tried before use: a restart of the database is not seen by people.
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 10},
    }
