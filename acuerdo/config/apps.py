"""The room as a Django application: it hands the reactions to the log once all rooms are loaded."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Loaded last, so every slice's reactions can be imported."""

    name = "acuerdo.config"
    label = "config"

    def ready(self) -> None:
        """Give the log its reactions; the log itself knows no slice."""
        from acuerdo.config.reactions import REACTIONS
        from acuerdo.events.reactions import register

        register(REACTIONS)
