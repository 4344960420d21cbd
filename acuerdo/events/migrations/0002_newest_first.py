"""Let the audit page read the log newest first by an index.

Step:  expand. Code that reads by it ships with it.
Locks: CREATE INDEX keeps writers of the log waiting while it is built, some seconds a million events.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0001_initial'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['-at', '-id'], name='event_newest'),
        ),
    ]
