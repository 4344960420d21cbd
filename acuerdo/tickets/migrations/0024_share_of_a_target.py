"""Keep with each clock that stopped how much of its target it used, and index all that compliance counts.

Step:  expand; older code runs on. Locks: clocks are written anew, about ten seconds for each million; nobody reads or writes them meanwhile.
Rows:  every clock, once.
Undo:  drops both; the former index is made again.
"""

from typing import ClassVar

from django.db import migrations, models

SHARE = models.Func(
    template=(
        "CASE WHEN stopped_at IS NOT NULL AND elapsed ~ '^[0-9]+(/[1-9][0-9]*)?$' AND target ~ '^(< )?[0-9]+([.][0-9]+)? ' THEN"
        " split_part(elapsed, '/', 1)::float8 / coalesce(nullif(split_part(elapsed, '/', 2), '')::float8, 1)"
        " / nullif(split_part(ltrim(target, '< '), ' ', 1)::float8, 0) END"
    ),
    output_field=models.FloatField(),
)


class Migration(migrations.Migration):
    """A column that the database reckons, and an index in place of a smaller one."""

    dependencies: ClassVar = [
        ("tickets", "0001_squashed_0023_broken_promises"),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="clock",
            name="share",
            field=models.GeneratedField(db_persist=True, expression=SHARE, output_field=models.FloatField(null=True)),
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
