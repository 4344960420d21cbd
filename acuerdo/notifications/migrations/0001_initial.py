"""Make the outbox and the notices.

Step:  first version, once a desk.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
            ],
            options={
                'verbose_name': 'correo saliente',
                'indexes': [models.Index(condition=models.Q(('refused_at', None), ('sent_at', None)), fields=['created_at'], name='outgoing_waiting'), models.Index(fields=['subject_kind', 'subject_id'], name='outgoing_of')],
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
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'aviso',
                'indexes': [models.Index(condition=models.Q(('read_at', None)), fields=['person', '-created_at'], name='notice_unread')],
                'constraints': [models.UniqueConstraint(fields=('person', 'key'), name='notice_once')],
            },
        ),
    ]
