"""Moments before now: pages read the real clock."""

from datetime import datetime, timedelta

from django.utils import timezone


def ago(**time) -> datetime:
    return timezone.now() - timedelta(**time)
