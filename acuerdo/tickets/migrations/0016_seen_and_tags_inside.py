"""When a person last looked at a case; and tags stand where no customer's search looks: cases with tags are made findable anew.

Locks: nothing that is written to for the new table; of tickets_findable the rows of cases with tags, while they are deleted.
Until `acuerdo prepare` has made those cases findable again, at its end, a search does not find them.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tickets", "0015_held_answers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Seen",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("ticket", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="tickets.ticket")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "ticket"), name="seen_once")],
            },
        ),
        migrations.RunSQL(
            "DELETE FROM tickets_findable USING tickets_ticket WHERE tickets_ticket.id = ticket_id AND tags <> '{}'",
            migrations.RunSQL.noop,
        ),
    ]
