"""Give a case its team, and the desk its rules of who gets what.

Step:  expand.
Locks: a column without default on tickets_ticket (ACCESS EXCLUSIVE for milliseconds, no rewrite) and its index, which keeps writers
       of cases waiting for one reading of the table; the rules' table is new.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('customers', '0001_initial'),
        ('people', '0002_teams_and_absence'),
        ('tickets', '0005_ending_and_lessons'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='ticket',
            name='team',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='people.team', verbose_name='equipo'),
        ),
        migrations.CreateModel(
            name='RoutingRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(default=0, verbose_name='orden')),
                ('type', models.SlugField(blank=True, max_length=40, verbose_name='tipo')),
                ('product', models.SlugField(blank=True, max_length=40, verbose_name='producto')),
                ('department', models.SlugField(blank=True, max_length=40, verbose_name='departamento')),
                ('level', models.SlugField(blank=True, max_length=40, verbose_name='nivel')),
                ('skill', models.SlugField(blank=True, help_text='Entre los del equipo, quien lo tiene.', max_length=40, verbose_name='conocimiento')),
                ('shares', models.BooleanField(default=False, help_text='A quien esté en turno y tenga menos casos abiertos.', verbose_name='repartir')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='customers.organisation', verbose_name='cliente')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='persona')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team', verbose_name='equipo')),
            ],
            options={
                'verbose_name': 'regla de reparto',
                'verbose_name_plural': 'reglas de reparto',
                'ordering': ['place', 'pk'],
            },
        ),
    ]
