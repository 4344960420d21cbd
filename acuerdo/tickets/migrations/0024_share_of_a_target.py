"""Keep with each clock that stopped how much of its target it used, and index all that compliance counts.

Step:  expand; older code runs on. Locks: clocks are written anew, about ten seconds for each million; nobody reads or writes them meanwhile.
Rows:  every clock, once.
Undo:  drops both; the former index is made again.
"""

from typing import ClassVar

from django.db import migrations, models

from acuerdo.tickets.models.clock import Share


class Migration(migrations.Migration):
    """A column that the database reckons, and an index in place of a smaller one."""

    dependencies: ClassVar = [
        ("tickets", "0001_squashed_0023_broken_promises"),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="clock",
            name="share",
            field=models.GeneratedField(db_persist=True, expression=Share(), output_field=models.FloatField(null=True)),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                condition=models.Q(("kind", "promise"), ("stopped_at__isnull", False)),
                fields=["stopped_at", "id"],
                include=("ticket", "clock", "is_estimated", "state", "label", "share"),
                name="clock_kept",
            ),
        ),
        migrations.RemoveIndex(model_name="clock", name="clock_stopped"),
    ]
