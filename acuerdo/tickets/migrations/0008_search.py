"""Add what cases are found by. A new table: nothing is locked; `acuerdo prepare` fills it for the cases that are there."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tickets", "0007_skills"),
    ]

    operations = [
        migrations.CreateModel(
            name="Findable",
            fields=[
                (
                    "ticket",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="findable",
                        serialize=False,
                        to="tickets.ticket",
                    ),
                ),
                ("words", django.contrib.postgres.search.SearchVectorField(verbose_name="palabras")),
                ("short", models.TextField(verbose_name="nombres y códigos")),
                (
                    "parts",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), size=None, verbose_name="partes"),
                ),
            ],
            options={
                "verbose_name": "lo que permite encontrar un caso",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["words"], gin_pending_list_limit=256, name="findable_words"),
                    django.contrib.postgres.indexes.GinIndex(fields=["parts"], gin_pending_list_limit=256, name="findable_parts"),
                ],
            },
        ),
    ]
