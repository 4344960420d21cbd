"""Let a look each minute find the mails that waited for somebody's working hours, without a job for each.

Step:  expand. Jobs that an older version scheduled go on being right: who sends looks at the moment and at what was sent.
Locks: CREATE INDEX over mails that wait, few: an instant in which no mail is queued.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('notifications', '0004_a_desk_s_own_server'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='outgoing',
            index=models.Index(condition=models.Q(('not_before__isnull', False), ('refused_at', None), ('sent_at', None)), fields=['not_before'], name='outgoing_held'),
        ),
    ]
