"""Remember which seals left by mail: they are made each hour and mailed each night.

Step:  expand.
Locks: a nullable column on a table of one row, an instant.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='sealplaces',
            name='mailed',
            field=models.PositiveIntegerField(null=True, verbose_name='último sello enviado'),
        ),
    ]
