"""Make the log, its erasable details, and what remains to be done because of it.

Step:  first version, once a desk; one in place of the 3 that led to it (decision 23). Where those were applied nothing runs: it is only noted.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('events', '0001_initial'),
        ('events', '0002_newest_first'),
        ('events', '0003_form_of_hash'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='cuándo')),
                ('recorded_at', models.DateTimeField(verbose_name='anotado')),
                ('actor_kind', models.CharField(max_length=10)),
                ('actor_id', models.BigIntegerField(null=True)),
                ('subject_kind', models.CharField(max_length=20)),
                ('subject_id', models.BigIntegerField()),
                ('position', models.PositiveIntegerField(help_text='Lugar en la cadena de su asunto, desde 1.')),
                ('kind', models.CharField(max_length=60, verbose_name='hecho')),
                ('facts', models.JSONField(default=dict)),
                ('programme', models.CharField(blank=True, max_length=60, verbose_name='programa')),
                ('module', models.CharField(blank=True, max_length=60, verbose_name='módulo')),
                ('environment', models.CharField(blank=True, max_length=20, verbose_name='ambiente')),
                ('authorised_by', models.CharField(blank=True, max_length=120, verbose_name='autorizado por')),
                ('confirmed', models.BooleanField(default=False, verbose_name='confirmado')),
                ('extra_1', models.CharField(blank=True, max_length=200)),
                ('extra_2', models.CharField(blank=True, max_length=200)),
                ('extra_3', models.CharField(blank=True, max_length=200)),
                ('extra_4', models.CharField(blank=True, max_length=200)),
                ('extra_5', models.CharField(blank=True, max_length=200)),
                ('detail_hash', models.CharField(blank=True, max_length=64)),
                ('previous_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('form', models.PositiveSmallIntegerField(db_default=1, help_text='Qué cubre la huella: desde 2, también cuándo se anotó.')),
            ],
            options={
                'indexes': [models.Index(fields=['recorded_at'], name='event_recorded'), models.Index(fields=['-at', '-id'], name='event_newest')],
                'constraints': [models.UniqueConstraint(fields=('subject_kind', 'subject_id', 'position'), name='event_place_in_chain')],
            },
        ),
        migrations.CreateModel(
            name='EventDetail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('salt', models.CharField(max_length=32)),
                ('content', models.JSONField(default=dict)),
                ('event', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='detail', to='events.event')),
            ],
        ),
        migrations.CreateModel(
            name='Reaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('done_at', models.DateTimeField(null=True)),
                ('event', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='reactions', to='events.event')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('done_at', None)), fields=['created_at'], name='reaction_pending')],
                'constraints': [models.UniqueConstraint(fields=('event', 'name'), name='reaction_once')],
            },
        ),
    ]
