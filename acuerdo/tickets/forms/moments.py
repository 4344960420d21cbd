"""Days and times in forms of a case, in the hours of its manual."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day, picked as the browser does it."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=help_text, widget=widget, input_formats=["%Y-%m-%d"])


def moment_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    """A day and an hour, picked as the browser does it; `moment_in` reads it in the manual's zone."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local", "step": "60"})
    return forms.CharField(label=label, required=required, help_text=help_text, max_length=25, widget=widget)


def moment_in(said: str, zone: ZoneInfo) -> datetime | None:
    """Read what such a field brought; None for what is no time, or none that a case can have."""
    try:
        read = datetime.fromisoformat(said)
    except ValueError:
        return None
    read = read.replace(tzinfo=zone) if read.tzinfo is None else read
    now = timezone.now()
    return read if now - timedelta(days=3660) < read < now + timedelta(days=3660) else None
