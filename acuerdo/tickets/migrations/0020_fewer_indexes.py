"""Drop indexes that every case, message and clock wrote and nothing asked: of short names, and of what another index begins with.

Step:  contract; older code runs on. Locks: cases, messages and clocks, while their four foreign keys are checked anew and two small indexes are
       built: seconds for each million of cases. Rows: none rewritten. Undo: builds them again.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0003_custom_fields'),
        ('customers', '0002_contracts_in_full'),
        ('people', '0004_queue_of_a_person'),
        ('tickets', '0019_department_of_any_words'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='clock',
            name='clock',
            field=models.SlugField(db_index=False, max_length=40),
        ),
        migrations.AlterField(
            model_name='clock',
            name='ticket',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='clocks', to='tickets.ticket'),
        ),
        migrations.AlterField(
            model_name='message',
            name='channel',
            field=models.SlugField(db_index=False, max_length=20),
        ),
        migrations.AlterField(
            model_name='message',
            name='ticket',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='tickets.ticket'),
        ),
        migrations.AlterField(
            model_name='ticket',
            name='channel',
            field=models.SlugField(db_index=False, max_length=20, verbose_name='canal'),
        ),
        migrations.AlterField(
            model_name='ticket',
            name='closed_as',
            field=models.SlugField(blank=True, db_index=False, max_length=40, verbose_name='motivo del cierre'),
        ),
        migrations.AlterField(
            model_name='ticket',
            name='contact',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='customers.contact'),
        ),
        migrations.AlterField(
            model_name='ticket',
            name='level',
            field=models.SlugField(blank=True, db_index=False, max_length=40, verbose_name='nivel'),
        ),
        migrations.AlterField(
            model_name='ticket',
            name='organisation',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='customers.organisation'),
        ),
        migrations.AlterField(
            model_name='ticket',
            name='stage',
            field=models.SlugField(blank=True, db_index=False, max_length=40, verbose_name='etapa'),
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=models.Index(fields=['channel'], name='ticket_of_channel'),
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=models.Index(fields=['level'], name='ticket_of_level'),
        ),
    ]
