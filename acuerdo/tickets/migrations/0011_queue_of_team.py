"""Index the open cases of a team in the queue's order. Building it locks writes to cases: about a second for each million."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0003_custom_fields"),
        ("customers", "0002_contracts_in_full"),
        ("people", "0003_skills_are_of_routes"),
        ("tickets", "0010_supervision"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(
                condition=models.Q(("status__in", ["closed", "cancelled"]), _negated=True),
                fields=["team", "place", "place_key", "number"],
                name="ticket_queue_of_team",
            ),
        ),
    ]
