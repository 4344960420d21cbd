"""Let an event's hash cover when it was written down, and say which form of hash it has.

Step:  expand. What was recorded before keeps form 1 and goes on being right; form 2 covers `form` and `recorded_at` besides.
Locks: ADD COLUMN with a constant of the database's (ACCESS EXCLUSIVE for an instant, no rewrite); `recorded_at` changes in words only.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0002_newest_first'),
    ]

    operations = [
        migrations.AddField(
            model_name='event',
            name='form',
            field=models.PositiveSmallIntegerField(db_default=1, help_text='Qué cubre la huella: desde 2, también cuándo se anotó.'),
        ),
        migrations.AlterField(
            model_name='event',
            name='recorded_at',
            field=models.DateTimeField(verbose_name='anotado'),
        ),
    ]
