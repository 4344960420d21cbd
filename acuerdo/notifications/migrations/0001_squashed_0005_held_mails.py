"""Make notices, outgoing mails, their wordings, and the desk's own server.

Step:  first version, once a desk; one in place of the 5 that led to it (decision 23). Where those were applied nothing runs: it is only noted.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('notifications', '0001_initial'),
        ('notifications', '0002_notices_by_another_name'),
        ('notifications', '0003_words_and_hours'),
        ('notifications', '0004_a_desk_s_own_server'),
        ('notifications', '0005_held_mails'),
    ]

    initial = True

    dependencies = [
        ('people', '0001_squashed_0004_queue_of_a_person'),
    ]

    operations = [
        migrations.CreateModel(
            name='Outgoing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(help_text='Por qué se envía; lo mismo nunca se envía dos veces.', max_length=120, unique=True)),
                ('message_id', models.CharField(max_length=255, unique=True)),
                ('subject_kind', models.CharField(blank=True, max_length=20)),
                ('subject_id', models.BigIntegerField(null=True)),
                ('sender', models.CharField(max_length=320)),
                ('to', models.CharField(max_length=254, verbose_name='para')),
                ('reply_to', models.CharField(blank=True, max_length=320)),
                ('subject', models.CharField(max_length=400, verbose_name='asunto')),
                ('text', models.TextField()),
                ('html', models.TextField(blank=True)),
                ('headers', models.JSONField(default=dict)),
                ('attachments', models.JSONField(default=list, help_text='Nombre, tipo y lugar de cada archivo.')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='creado')),
                ('sent_at', models.DateTimeField(null=True, verbose_name='enviado')),
                ('refused_at', models.DateTimeField(null=True, verbose_name='rechazado')),
                ('problem', models.TextField(blank=True, verbose_name='problema')),
                ('not_before', models.DateTimeField(help_text='Espera el horario de trabajo de quien lo recibe.', null=True, verbose_name='no antes de')),
            ],
            options={
                'verbose_name': 'correo saliente',
                'indexes': [models.Index(condition=models.Q(('refused_at', None), ('sent_at', None)), fields=['created_at'], name='outgoing_waiting'), models.Index(fields=['subject_kind', 'subject_id'], name='outgoing_of'), models.Index(condition=models.Q(('not_before__isnull', False), ('refused_at', None), ('sent_at', None)), fields=['not_before'], name='outgoing_held')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=120)),
                ('kind', models.CharField(max_length=40)),
                ('text', models.CharField(max_length=300, verbose_name='aviso')),
                ('url', models.CharField(blank=True, max_length=200)),
                ('created_at', models.DateTimeField(verbose_name='cuándo')),
                ('read_at', models.DateTimeField(null=True, verbose_name='leído')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='told', to=settings.AUTH_USER_MODEL)),
                ('digest_at', models.DateTimeField(help_text='Cuándo va en el correo diario de resumen.', null=True, verbose_name='en el resumen de')),
                ('digested_at', models.DateTimeField(null=True, verbose_name='resumido')),
            ],
            options={
                'verbose_name': 'aviso',
                'indexes': [models.Index(condition=models.Q(('read_at', None)), fields=['person', '-created_at'], name='notice_unread'), models.Index(condition=models.Q(('digest_at__isnull', False), ('digested_at', None)), fields=['digest_at'], name='notice_for_digest')],
                'constraints': [models.UniqueConstraint(fields=('person', 'key'), name='notice_once')],
            },
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('template', models.SlugField(max_length=40, verbose_name='correo')),
                ('manual', models.SlugField(max_length=40, verbose_name='manual')),
                ('language', models.CharField(max_length=2, verbose_name='idioma')),
                ('subject', models.CharField(blank=True, max_length=300, verbose_name='asunto')),
                ('heading', models.CharField(blank=True, max_length=300, verbose_name='título')),
                ('opening', models.TextField(blank=True, verbose_name='comienzo')),
                ('ending', models.TextField(blank=True, verbose_name='final')),
                ('at', models.DateTimeField(verbose_name='cuándo')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'texto de correo',
                'verbose_name_plural': 'textos de correo',
                'indexes': [models.Index(fields=['template', 'manual', 'language', '-id'], name='wording_of')],
            },
        ),
        migrations.CreateModel(
            name='MailServer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('host', models.CharField(max_length=253, verbose_name='servidor')),
                ('port', models.PositiveIntegerField(verbose_name='puerto')),
                ('security', models.CharField(choices=[('tls', 'TLS desde el comienzo'), ('starttls', 'STARTTLS'), ('none', 'Sin cifrado: solo dentro de una red propia')], max_length=10, verbose_name='cifrado')),
                ('user', models.CharField(blank=True, max_length=254, verbose_name='usuario')),
                ('password', models.TextField(blank=True, help_text='Cifrada (desks/vault.py).')),
                ('changed_at', models.DateTimeField(verbose_name='cambiado')),
            ],
            options={
                'verbose_name': 'servidor de salida',
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='mail_server_is_one')],
            },
        ),
    ]
