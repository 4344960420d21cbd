"""Keep when a case was last reopened, and index what supervision asks for.

Why:   compliance of a period reads the promises that stopped in it; a level's open cases and what was reopened are asked for all day.
Step:  expand. Code that writes the new column may ship now.
Locks: ADD COLUMN without a default, an instant. Building the indexes locks writes to cases and clocks: about a second for each million rows.
Rows:  those of reopened cases are written once, from the log. Undo: drops column and indexes; the log still knows.
"""

from django.conf import settings
from django.db import migrations, models

FROM_THE_LOG = """
UPDATE tickets_ticket SET reopened_at = last.at
FROM (SELECT subject_id, max(at) AS at FROM events_event WHERE subject_kind = 'ticket' AND kind = 'ticket.reopened' GROUP BY subject_id) AS last
WHERE tickets_ticket.id = last.subject_id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0002_newest_first"),
        ("agreements", "0003_custom_fields"),
        ("customers", "0002_contracts_in_full"),
        ("people", "0003_skills_are_of_routes"),
        ("tickets", "0009_saved_views_and_filters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="ticket",
            name="reopened_at",
            field=models.DateTimeField(blank=True, help_text="La última vez.", null=True, verbose_name="reabierto"),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                condition=models.Q(("kind", "promise"), ("stopped_at__isnull", False)), fields=["stopped_at", "id"], name="clock_stopped"
            ),
        ),
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(
                condition=models.Q(("status__in", ["closed", "cancelled"]), _negated=True),
                fields=["level", "place", "place_key", "number"],
                name="ticket_queue_of_level",
            ),
        ),
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(condition=models.Q(("reopened_at__isnull", False)), fields=["reopened_at"], name="ticket_reopened"),
        ),
        migrations.RunSQL(FROM_THE_LOG, migrations.RunSQL.noop),
    ]
