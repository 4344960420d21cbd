"""Django application of the room."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The customer's pages; no models."""

    name = "acuerdo.portal"
    label = "portal"
