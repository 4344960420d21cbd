"""Index the promises that were broken: what a supervisor opens behind a figure, among the many that were kept.

Step:  expand; older code runs on. Locks: writes to clocks while the index is built, about a second for each two million. Rows: none.
Undo:  drops it.
"""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index more."""

    dependencies: ClassVar = [
        ("tickets", "0022_when_a_case_gets_near"),
    ]

    operations: ClassVar = [
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                condition=models.Q(("kind", "promise"), ("state", "breached"), ("stopped_at__isnull", False)),
                fields=["stopped_at", "id"],
                name="clock_broken",
            ),
        ),
    ]
