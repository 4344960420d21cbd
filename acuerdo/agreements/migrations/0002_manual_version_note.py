"""Add ManualVersion.note: what changes with a version, in the words of whoever published it.

Step:  expand.
Locks: ADD COLUMN with a constant default, an instant; no row is rewritten.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='manualversion',
            name='note',
            field=models.TextField(blank=True, default='', help_text='Lo que dijo quien la publicó.', verbose_name='qué cambia'),
        ),
    ]
