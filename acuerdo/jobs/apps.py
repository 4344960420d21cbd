"""Django application of the room."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Jobs; the queue's tables are Procrastinate's."""

    name = "acuerdo.jobs"
    label = "acuerdo_jobs"
