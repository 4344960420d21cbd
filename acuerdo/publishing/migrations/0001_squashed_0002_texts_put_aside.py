"""Make drafts of the manual, their trials, and who was told of a version and accepted it.

Step:  first version, once a desk; one in place of the 2 that led to it (decision 23). Where those were applied nothing runs: it is only noted.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('publishing', '0001_initial'),
        ('publishing', '0002_texts_put_aside'),
    ]

    initial = True

    dependencies = [
        ('agreements', '0001_squashed_0003_custom_fields'),
        ('customers', '0001_squashed_0002_contracts_in_full'),
        ('people', '0001_squashed_0004_queue_of_a_person'),
    ]

    operations = [
        migrations.CreateModel(
            name='ManualDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_open', models.BooleanField(default=True, null=True, unique=True)),
                ('text', models.TextField(verbose_name='texto')),
                ('revision', models.PositiveIntegerField(default=1, verbose_name='revisión')),
                ('note', models.TextField(blank=True, verbose_name='qué cambia')),
                ('edited_at', models.DateTimeField(verbose_name='editado')),
                ('based_on', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.manualversion')),
                ('edited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('published', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='draft', to='agreements.manualversion')),
            ],
            options={
                'verbose_name': 'borrador del manual',
            },
        ),
        migrations.CreateModel(
            name='Replay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField()),
                ('text', models.TextField(help_text='El texto con el que se calcula: el borrador puede cambiar mientras tanto.')),
                ('since', models.DateTimeField(verbose_name='desde')),
                ('until', models.DateTimeField(verbose_name='hasta')),
                ('total', models.PositiveIntegerField()),
                ('done', models.PositiveIntegerField(default=0)),
                ('last', models.BigIntegerField(default=0)),
                ('measured', models.JSONField(default=dict, help_text='Reloj → plan → promesas comparadas.')),
                ('finished_at', models.DateTimeField(null=True)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='replays', to='publishing.manualdraft')),
                ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'repaso de casos',
                'constraints': [models.UniqueConstraint(fields=('draft', 'revision', 'until'), name='replay_once')],
            },
        ),
        migrations.CreateModel(
            name='ReplayedCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ticket', models.BigIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('subject', models.CharField(max_length=300)),
                ('plan', models.CharField(blank=True, max_length=60)),
                ('clock', models.CharField(blank=True, max_length=60)),
                ('cycle', models.PositiveSmallIntegerField(default=1)),
                ('was_late', models.BooleanField(default=False)),
                ('would_be_late', models.BooleanField(default=False)),
                ('was_due', models.DateTimeField(null=True)),
                ('would_be_due', models.DateTimeField(null=True)),
                ('problem', models.CharField(blank=True, max_length=40)),
                ('facts', models.JSONField(blank=True, default=dict)),
                ('replay', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cases', to='publishing.replay')),
            ],
            options={
                'verbose_name': 'caso repasado',
                'indexes': [models.Index(fields=['replay', 'clock', 'plan'], name='replayed_case_of')],
            },
        ),
        migrations.CreateModel(
            name='Acknowledgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='cuándo')),
                ('ip', models.GenericIPAddressField(null=True, verbose_name='dirección')),
                ('way', models.CharField(choices=[('page', 'En la página, con su sesión'), ('link', 'Con el enlace de su correo')], max_length=4, verbose_name='cómo')),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='customers.contact')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acknowledgements', to='agreements.manualversion')),
            ],
            options={
                'verbose_name': 'aceptación de una versión',
                'constraints': [models.UniqueConstraint(fields=('version', 'contact'), name='acknowledgement_once')],
            },
        ),
        migrations.CreateModel(
            name='Announcement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='cuándo')),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='customers.contact')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='announcements', to='agreements.manualversion')),
            ],
            options={
                'verbose_name': 'aviso de una versión',
                'constraints': [models.UniqueConstraint(fields=('version', 'contact'), name='announcement_once')],
            },
        ),
        migrations.CreateModel(
            name='DraftRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(null=True, verbose_name='revisión')),
                ('text', models.TextField(verbose_name='texto')),
                ('at', models.DateTimeField(verbose_name='cuándo')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='publishing.manualdraft')),
            ],
            options={
                'verbose_name': 'revisión de un borrador',
                'ordering': ['-at', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('draft', 'number'), name='draft_revision_once')],
            },
        ),
    ]
