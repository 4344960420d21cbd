"""When a file came, so that what nothing holds any more can be swept away.

Step:  expand. Locks: a nullable column, an instant; an index over the rows that have it, none yet. Rows: none. Undo: drops both.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='storedfile',
            name='stored_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name='storedfile',
            index=models.Index(condition=models.Q(('stored_at__isnull', False)), fields=['stored_at'], name='file_stored_at'),
        ),
    ]
