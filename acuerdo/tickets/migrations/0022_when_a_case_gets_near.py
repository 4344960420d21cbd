"""Keep when a running case's next deadline gets near, and index what supervision counts: what is due and whose it is.

Why:   supervision told near from far by measuring the open time of every clock that is due soon: a quarter of a second on a large desk.
Step:  expand; older code runs on, and leaves the new column as it is. Locks: cases, for reading too, since all of it is one
       transaction: adding the column takes an instant, filling it and building the index a few seconds for each million.
Rows:  those of running open cases are written once, by the three quarters of all the time from the clock's start to its deadline, open or not:
       SQL knows no business hours. Each is put right by the next thing that happens to its case. Undo: drops both.
"""

from typing import ClassVar

from django.conf import settings
from django.db import migrations, models

FROM_THE_CLOCKS = """
UPDATE tickets_ticket SET near_key = first.near
FROM (SELECT DISTINCT ON (ticket_id) ticket_id, floor(extract(epoch FROM due_at - (due_at - started_at) / 4)) AS near
      FROM tickets_clock WHERE kind = 'promise' AND stopped_at IS NULL AND due_at IS NOT NULL ORDER BY ticket_id, due_at) AS first
WHERE tickets_ticket.id = first.ticket_id AND tickets_ticket.place = 2
"""


class Migration(migrations.Migration):
    """A column, filled, and its index."""

    dependencies: ClassVar = [
        ("agreements", "0003_custom_fields"),
        ("customers", "0002_contracts_in_full"),
        ("people", "0004_queue_of_a_person"),
        ("tickets", "0021_answers_that_came_back"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="ticket",
            name="near_key",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.RunSQL(FROM_THE_CLOCKS, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(
                condition=models.Q(models.Q(("status__in", ["closed", "cancelled"]), _negated=True), ("place", 2)),
                fields=["place_key"],
                include=("near_key", "assignee", "level", "organisation"),
                name="ticket_due",
            ),
        ),
    ]
