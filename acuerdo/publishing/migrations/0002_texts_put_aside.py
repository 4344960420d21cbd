"""Let a draft's text be kept without a number: one that came too late.

Step:  expand.
Locks: DROP NOT NULL, an instant.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('publishing', '0001_initial'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='draftrevision',
            options={'ordering': ['-at', '-pk'], 'verbose_name': 'revisión de un borrador'},
        ),
        migrations.AlterField(
            model_name='draftrevision',
            name='number',
            field=models.PositiveIntegerField(null=True, verbose_name='revisión'),
        ),
    ]
