"""Many cases and several people: parents, merging, links, drafts, presence, time entries, watchers.

Step:  expand. Code that writes them may ship now.
Locks: ADD COLUMN without a default, an instant each; the two foreign keys are checked on empty columns, their indexes are built
       while writes to tickets wait (well under a second for a hundred thousand cases). The rest are new tables.
Rows:  none rewritten. Undo: drops them.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('customers', '0001_initial'),
        ('files', '0001_initial'),
        ('tickets', '0003_information_and_contingency'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='ticket',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='tickets.ticket'),
        ),
        migrations.AddField(
            model_name='ticket',
            name='parent',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='tickets.ticket'),
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('answer', 'Respuesta'), ('note', 'Nota interna'), ('solution', 'Solución')], max_length=10)),
                ('text', models.TextField(blank=True)),
                ('saved_at', models.DateTimeField()),
                ('files', models.ManyToManyField(blank=True, related_name='+', to='files.storedfile')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to=settings.AUTH_USER_MODEL)),
                ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'borrador',
                'constraints': [models.UniqueConstraint(fields=('person', 'ticket', 'kind'), name='draft_once')],
            },
        ),
        migrations.CreateModel(
            name='HeldAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('then', models.CharField(max_length=20)),
                ('milestones', models.JSONField(default=list)),
                ('carried', models.JSONField(default=dict, help_text='Lo que se hará con el caso al enviarla.')),
                ('leaves_at', models.DateTimeField()),
                ('problem', models.TextField(blank=True)),
                ('files', models.ManyToManyField(blank=True, related_name='+', to='files.storedfile')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='held_answers', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'respuesta por salir',
                'indexes': [models.Index(fields=['leaves_at'], name='held_answer_leaves')],
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('relates', 'Se relaciona con'), ('causes', 'Causa'), ('blocks', 'Bloquea a'), ('duplicates', 'Repite a'), ('split', 'Se separó de')], max_length=10, verbose_name='vínculo')),
                ('at', models.DateTimeField()),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links_from', to='tickets.ticket')),
                ('target', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links_to', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'vínculo',
                'constraints': [models.UniqueConstraint(fields=('source', 'target', 'kind'), name='link_once'), models.CheckConstraint(condition=models.Q(('source', models.F('target')), _negated=True), name='link_between_two')],
            },
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('doing', models.CharField(choices=[('viewing', 'Viewing'), ('answering', 'Answering')], max_length=10)),
                ('until', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presences', to='tickets.ticket')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('ticket', 'person'), name='presence_once')],
            },
        ),
        migrations.CreateModel(
            name='TimeEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('activity', models.CharField(choices=[('analysis', 'Análisis y diagnóstico'), ('support', 'Soporte al usuario'), ('development', 'Desarrollo'), ('configuration', 'Configuración'), ('testing', 'Pruebas'), ('visit', 'Visita'), ('meeting', 'Reunión'), ('training', 'Capacitación'), ('documents', 'Documentación'), ('other', 'Otra')], max_length=20, verbose_name='actividad')),
                ('minutes', models.PositiveIntegerField(verbose_name='minutos')),
                ('day', models.DateField(verbose_name='día')),
                ('billable', models.BooleanField(default=False, verbose_name='se cobra')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='nota')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='time_entries', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'tiempo dedicado',
                'ordering': ['day', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('minutes__gte', 1), ('minutes__lte', 1440)), name='time_entry_within_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Watcher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField()),
                ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='watched', to='customers.contact')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='watched', to=settings.AUTH_USER_MODEL)),
                ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='watchers', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'seguidor',
                'constraints': [models.UniqueConstraint(fields=('ticket', 'person'), name='watcher_person_once'), models.UniqueConstraint(fields=('ticket', 'contact'), name='watcher_contact_once'), models.CheckConstraint(condition=models.Q(models.Q(('contact__isnull', True), ('person__isnull', False)), models.Q(('contact__isnull', False), ('person__isnull', True)), _connector='OR'), name='watcher_is_one')],
            },
        ),
        # Who is where is forgotten within a minute: it needs no write-ahead log.
        migrations.RunSQL("ALTER TABLE tickets_presence SET UNLOGGED", migrations.RunSQL.noop),
    ]
