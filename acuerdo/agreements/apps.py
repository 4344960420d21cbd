"""Django application of the room."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Manuals stored as versions."""

    name = "acuerdo.agreements"
    label = "agreements"
