"""Let a draft be an answer that came back.

Step:  expand; older code runs on, and shows none. Locks: none, only the words change. Rows: none rewritten. Undo: nothing to do.
"""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One more kind."""

    dependencies: ClassVar = [
        ("tickets", "0020_fewer_indexes"),
    ]

    operations: ClassVar = [
        migrations.AlterField(
            model_name="draft",
            name="kind",
            field=models.CharField(
                choices=[
                    ("answer", "Respuesta"),
                    ("note", "Nota interna"),
                    ("solution", "Solución"),
                    ("customer", "Del cliente"),
                    ("returned", "Respuesta que volvió"),
                ],
                max_length=10,
            ),
        ),
    ]
