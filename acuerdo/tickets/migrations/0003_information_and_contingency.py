"""Give cases their minimum information, own fields, tags and the confirmation of who may report; and make contingencies.

Step:  expand. Code that writes them may ship now.
Locks: ADD COLUMN with a constant default or none, an instant each; the new foreign key is checked on empty columns. Undo: drops them.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tickets', '0002_work_on_a_case'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='ticket',
            name='confirmation',
            field=models.CharField(blank=True, max_length=8, verbose_name='confirmación del autorizado'),
        ),
        migrations.AddField(
            model_name='ticket',
            name='extra',
            field=models.JSONField(blank=True, default=dict, verbose_name='campos propios'),
        ),
        migrations.AddField(
            model_name='ticket',
            name='information',
            field=models.JSONField(blank=True, default=dict, verbose_name='información mínima'),
        ),
        migrations.AddField(
            model_name='ticket',
            name='tags',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None, verbose_name='etiquetas'),
        ),
        migrations.CreateModel(
            name='Contingency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField(verbose_name='desde')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='hasta')),
                ('is_over', models.BooleanField(default=False)),
                ('reason', models.CharField(max_length=300, verbose_name='motivo')),
                ('notice', models.TextField(blank=True, verbose_name='aviso a los clientes')),
                ('declared_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('declared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'contingencia',
                'ordering': ['-starts_at', '-pk'],
            },
        ),
        migrations.AddField(
            model_name='ticket',
            name='contingency',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='tickets.contingency'),
        ),
        migrations.AddConstraint(
            model_name='contingency',
            constraint=models.UniqueConstraint(condition=models.Q(('is_over', False)), fields=('is_over',), name='one_contingency_goes_on'),
        ),
        migrations.AddConstraint(
            model_name='contingency',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at', None), ('ends_at__gte', models.F('starts_at')), _connector='OR'), name='contingency_ends_after_its_start'),
        ),
    ]
