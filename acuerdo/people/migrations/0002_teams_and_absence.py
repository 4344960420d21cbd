"""Add teams and absences, and what a person says of themselves: signature, skills, hours, notices.

Step:  expand.
Locks: four columns with constant defaults on people_person (ACCESS EXCLUSIVE for milliseconds, no rewrite); the tables are new.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='notices',
            field=models.JSONField(blank=True, default=dict, help_text='Por clase de aviso: page, mail, digest.', verbose_name='avisos'),
        ),
        migrations.AddField(
            model_name='person',
            name='signature',
            field=models.TextField(blank=True, max_length=1000, verbose_name='firma'),
        ),
        migrations.AddField(
            model_name='person',
            name='skills',
            field=models.JSONField(blank=True, default=list, help_text='Productos y temas, por su nombre corto.', verbose_name='lo que sabe'),
        ),
        migrations.AddField(
            model_name='person',
            name='week',
            field=models.JSONField(blank=True, default=dict, help_text='Como en el manual; vacío, el del manual.', verbose_name='horario'),
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=40, unique=True, verbose_name='nombre corto')),
                ('name', models.CharField(max_length=120, verbose_name='nombre')),
                ('level', models.SlugField(blank=True, help_text='Peldaño de la escalera del manual.', max_length=40, verbose_name='nivel')),
                ('members', models.ManyToManyField(blank=True, related_name='teams', to=settings.AUTH_USER_MODEL, verbose_name='integrantes')),
            ],
            options={
                'verbose_name': 'equipo',
                'verbose_name_plural': 'equipos',
            },
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField(verbose_name='desde')),
                ('ends_on', models.DateField(verbose_name='hasta')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='motivo')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absences', to=settings.AUTH_USER_MODEL)),
                ('substitute', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reemplazo')),
            ],
            options={
                'verbose_name': 'ausencia',
                'indexes': [models.Index(fields=['person', 'ends_on'], name='absence_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='absence_in_order'), models.CheckConstraint(condition=models.Q(('substitute', None), models.Q(('substitute', models.F('person')), _negated=True), _connector='OR'), name='absence_not_own')],
            },
        ),
    ]
