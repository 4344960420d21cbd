"""Make those who sign in, their teams and absences.

Step:  first version, once a desk; one in place of the 4 that led to it (decision 23). Where those were applied nothing runs: it is only noted.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('people', '0001_initial'),
        ('people', '0002_teams_and_absence'),
        ('people', '0003_skills_are_of_routes'),
        ('people', '0004_queue_of_a_person'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='correo')),
                ('name', models.CharField(max_length=120, verbose_name='nombre')),
                ('role', models.CharField(choices=[('agent', 'Agente'), ('supervisor', 'Supervisión'), ('manager', 'Gerencia'), ('admin', 'Administración'), ('auditor', 'Auditoría'), ('customer', 'Cliente')], default='agent', max_length=12, verbose_name='rol')),
                ('title', models.SlugField(blank=True, max_length=40, verbose_name='rol en el manual')),
                ('level', models.SlugField(blank=True, help_text='Peldaño de la escalera del manual.', max_length=40, verbose_name='nivel')),
                ('language', models.CharField(default='es', max_length=2, verbose_name='idioma')),
                ('is_active', models.BooleanField(default=True, verbose_name='activo')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='creado')),
                ('notices', models.JSONField(blank=True, default=dict, help_text='Por clase de aviso: page, mail, digest.', verbose_name='avisos')),
                ('signature', models.TextField(blank=True, max_length=1000, verbose_name='firma')),
                ('week', models.JSONField(blank=True, default=dict, help_text='Como en el manual; vacío, el del manual.', verbose_name='horario')),
                ('queue', models.JSONField(blank=True, default=dict, help_text='Cómo mira la cola: columns, peek. Vacío, como la mesa.', verbose_name='cola')),
            ],
            options={
                'verbose_name': 'persona',
                'verbose_name_plural': 'personas',
                'constraints': [models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='person_email_lower')],
            },
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
