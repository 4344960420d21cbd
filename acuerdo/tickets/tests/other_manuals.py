"""A case under another of the five manuals, in the desk of the tests."""

from datetime import UTC, datetime
from hashlib import sha256
from importlib.resources import files

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import holidays_of

#: A Friday, ten in Bogotá.
FRIDAY = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


def govern_by(manual: str) -> ManualVersion:
    """Let this shipped manual govern what is opened from now on."""
    text = (files("acuerdo.manuals") / f"{manual}.toml").read_text()
    holidays = {"CO": {day.isoformat(): name for day, name in holidays_of("CO", range(2025, 2038)).items()}}
    return ManualVersion.objects.create(
        manual=manual,
        version=f"{manual}-test",
        title=manual,
        text=text,
        digest=sha256(text.encode()).hexdigest(),
        holidays=holidays,
        effective_from=datetime(2026, 11, 1, tzinfo=UTC).date(),
        published_at=datetime(2026, 11, 1, tzinfo=UTC),
    )
