"""How each person looks at the queue: which columns, and whether the preview stands beside it.

Locks: people_person, ACCESS EXCLUSIVE for milliseconds: a default that never changes rewrites no row.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_skills_are_of_routes"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="queue",
            field=models.JSONField(
                blank=True, default=dict, help_text="Cómo mira la cola: columns, peek. Vacío, como la mesa.", verbose_name="cola"
            ),
        ),
    ]
