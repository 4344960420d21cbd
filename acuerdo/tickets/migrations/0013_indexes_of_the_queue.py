"""Indexes of what the queue is asked for: nobody's, by status, reopened, by tag, and ended cases by what was decided of them.

Step:  expand. Locks: writing to cases while the five are built, about a second for each 100,000 cases. Rows: none. Undo: drops them.
"""

import django.contrib.postgres.indexes
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0003_custom_fields'),
        ('customers', '0002_contracts_in_full'),
        ('people', '0003_skills_are_of_routes'),
        ('tickets', '0012_no_held_answers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='ticket',
            index=models.Index(condition=models.Q(models.Q(('status__in', ['closed', 'cancelled']), _negated=True), ('assignee', None)), fields=['place', 'place_key', 'number'], name='ticket_queue_of_nobody'),
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=models.Index(condition=models.Q(('status__in', ['closed', 'cancelled']), _negated=True), fields=['status', 'place', 'place_key', 'number'], name='ticket_queue_of_status'),
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=models.Index(condition=models.Q(models.Q(('status__in', ['closed', 'cancelled']), _negated=True), ('reopened_at__isnull', False)), fields=['place', 'place_key', 'number'], name='ticket_queue_of_reopened'),
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('status__in', ['closed', 'cancelled'])), fields=['facts'], name='ticket_ended_facts', opclasses=['jsonb_path_ops']),
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('tags', []), _negated=True), fields=['tags'], name='ticket_tags'),
        ),
    ]
