"""Index the answers of the survey by when they were given: supervision counts those of a period. Locks writes to them for a moment."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("satisfaction", "0001_initial"),
        ("tickets", "0010_supervision"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="rating",
            index=models.Index(fields=["at"], name="rating_when"),
        ),
    ]
