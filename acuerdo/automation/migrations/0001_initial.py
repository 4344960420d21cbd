"""Saved answers, recurring cases and the days on which they were opened.

Step:  expand. Locks: new tables only; their foreign keys take a short lock on people, contacts and tickets. Undo: drops them.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('customers', '0002_contracts_in_full'),
        ('people', '0003_skills_are_of_routes'),
        ('tickets', '0009_saved_views_and_filters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Recurring',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=300, verbose_name='asunto')),
                ('text', models.TextField(verbose_name='texto')),
                ('facts', models.JSONField(blank=True, default=dict, verbose_name='clasificación')),
                ('every', models.PositiveSmallIntegerField(default=1, verbose_name='cada')),
                ('unit', models.CharField(choices=[('business-days', 'días hábiles'), ('weeks', 'semanas'), ('months', 'meses')], default='months', max_length=14, verbose_name='de')),
                ('day', models.PositiveSmallIntegerField(default=1, help_text='Del mes, 1 a 31; de la semana, 0 es lunes.', verbose_name='día')),
                ('closed', models.CharField(choices=[('next', 'pasa al día hábil siguiente'), ('previous', 'pasa al día hábil anterior'), ('skip', 'ese día no se abre')], default='next', max_length=8, verbose_name='si ese día no se atiende')),
                ('starts_on', models.DateField(verbose_name='desde')),
                ('at', models.TimeField(verbose_name='hora')),
                ('not_before', models.DateField()),
                ('is_active', models.BooleanField(default=True, verbose_name='en marcha')),
                ('assignee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='responsable')),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='customers.contact', verbose_name='a nombre de')),
            ],
            options={
                'verbose_name': 'caso recurrente',
                'ordering': ['subject', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Occurrence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due_on', models.DateField(verbose_name='día')),
                ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tickets.ticket')),
                ('recurring', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='occurrences', to='automation.recurring')),
            ],
        ),
        migrations.CreateModel(
            name='Macro',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=80, verbose_name='título')),
                ('text', models.TextField(blank=True, verbose_name='texto')),
                ('deeds', models.JSONField(blank=True, default=list, verbose_name='al enviar')),
                ('visible_to', models.CharField(choices=[('own', 'Solo yo'), ('team', 'Un equipo'), ('desk', 'Toda la mesa')], default='own', max_length=4, verbose_name='quién la usa')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='macros', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='macros', to='people.team', verbose_name='equipo')),
            ],
            options={
                'verbose_name': 'respuesta guardada',
                'ordering': ['title', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('visible_to', 'own'), _negated=True), ('owner__isnull', False), _connector='OR'), name='macro_own_has_owner'), models.CheckConstraint(condition=models.Q(models.Q(('visible_to', 'team'), _negated=True), ('team__isnull', False), _connector='OR'), name='macro_team_has_team')],
            },
        ),
        migrations.AddConstraint(
            model_name='recurring',
            constraint=models.CheckConstraint(condition=models.Q(('every__gte', 1), ('every__lte', 366)), name='recurring_every_something'),
        ),
        migrations.AddConstraint(
            model_name='occurrence',
            constraint=models.UniqueConstraint(fields=('recurring', 'due_on'), name='occurrence_once'),
        ),
    ]
