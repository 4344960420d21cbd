"""The room as a Django application: it hands the reactions to the log, and who hears what to the pages, once all rooms are loaded."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Loaded last, so every slice's reactions can be imported."""

    name = "acuerdo.config"
    label = "config"

    def ready(self) -> None:
        """Give the log its reactions and the stream its customers; neither knows a slice."""
        from acuerdo.config.reactions import REACTIONS
        from acuerdo.events.reactions import register
        from acuerdo.people.context import let_customers_hear
        from acuerdo.portal.access import heard_by

        register(REACTIONS)
        let_customers_hear(heard_by)
