"""Make mailboxes, the messages as they came, and where they were read up to.

Step:  first version, once a desk; one in place of the 2 that led to it (decision 23). Where those were applied nothing runs: it is only noted.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('mail', '0001_initial'),
        ('mail', '0002_mailboxes_by_imap'),
    ]

    initial = True

    dependencies = [
        ('tickets', '0001_squashed_0023_broken_promises'),
    ]

    operations = [
        migrations.CreateModel(
            name='RawMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=64, unique=True)),
                ('raw', models.BinaryField()),
                ('envelope_from', models.CharField(max_length=320, null=True)),
                ('recipient', models.CharField(blank=True, max_length=320)),
                ('received_at', models.DateTimeField(verbose_name='recibido')),
                ('state', models.CharField(choices=[('stored', 'Guardado'), ('processed', 'Procesado'), ('failed', 'No se pudo procesar')], default='stored', max_length=10, verbose_name='estado')),
                ('outcome', models.CharField(blank=True, choices=[('opened', 'Abrió un caso'), ('joined', 'Se unió a un caso'), ('noted', 'Nota de una persona de la mesa'), ('bounced', 'Aviso de que un correo no llegó'), ('ours', 'Correo automático de la propia mesa'), ('unanswered', 'Respuesta automática a un aviso interno')], max_length=10, verbose_name='resultado')),
                ('problem', models.TextField(blank=True, verbose_name='problema')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='intentos')),
                ('message', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='raw_mails', to='tickets.message')),
                ('ticket', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='raw_mails', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'correo recibido',
                'verbose_name_plural': 'correos recibidos',
                'indexes': [models.Index(condition=models.Q(('state', 'processed'), _negated=True), fields=['received_at'], name='raw_mail_undone')],
            },
        ),
        migrations.CreateModel(
            name='Mailbox',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('host', models.CharField(max_length=253, verbose_name='servidor')),
                ('port', models.PositiveIntegerField(default=993, verbose_name='puerto')),
                ('security', models.CharField(choices=[('tls', 'TLS desde el comienzo'), ('starttls', 'STARTTLS'), ('none', 'Sin cifrado: solo dentro de una red propia')], default='tls', max_length=10, verbose_name='cifrado')),
                ('user', models.CharField(max_length=254, verbose_name='usuario')),
                ('password', models.TextField(help_text='Cifrada (desks/vault.py).')),
                ('folder', models.CharField(default='INBOX', max_length=200, verbose_name='carpeta')),
                ('after', models.CharField(choices=[('seen', 'Dejarlo en su carpeta, marcado como leído'), ('move', 'Moverlo a otra carpeta')], default='seen', max_length=10, verbose_name='después de guardarlo')),
                ('moved_to', models.CharField(blank=True, max_length=200, verbose_name='carpeta de lo ya recibido')),
                ('takes_old', models.BooleanField(default=False, verbose_name='también lo que ya está en la carpeta')),
                ('is_active', models.BooleanField(default=True, verbose_name='en uso')),
                ('since', models.DateTimeField(verbose_name='conectado')),
                ('uid_validity', models.BigIntegerField(null=True)),
                ('next_uid', models.BigIntegerField(default=0)),
                ('looked_at', models.DateTimeField(null=True, verbose_name='se miró')),
                ('worked_at', models.DateTimeField(null=True, verbose_name='resultó')),
                ('problem', models.CharField(blank=True, help_text='Paso y motivo, como los nombra la prueba: login:refused.', max_length=40)),
                ('detail', models.CharField(blank=True, max_length=300)),
                ('failing_since', models.DateTimeField(null=True)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('next_at', models.DateTimeField(help_text='Después de un fallo no se mira antes.', null=True)),
            ],
            options={
                'verbose_name': 'buzón por IMAP',
                'verbose_name_plural': 'buzones por IMAP',
                'constraints': [models.CheckConstraint(condition=models.Q(('security', 'none'), _negated=True), name='mailbox_is_encrypted'), models.UniqueConstraint(fields=('host', 'port', 'user', 'folder'), name='mailbox_once')],
            },
        ),
        migrations.CreateModel(
            name='Fetched',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid_validity', models.BigIntegerField()),
                ('uid', models.BigIntegerField()),
                ('problem', models.CharField(blank=True, max_length=300)),
                ('attempts', models.PositiveSmallIntegerField(default=1)),
                ('at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(help_text='Cuándo se marcó o se movió en el servidor, o se dejó allí.', null=True)),
                ('raw_mail', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='fetched', to='mail.rawmail')),
                ('mailbox', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fetched', to='mail.mailbox')),
            ],
            options={
                'verbose_name': 'mensaje traído',
                'indexes': [models.Index(condition=models.Q(('settled_at', None)), fields=['mailbox'], name='fetched_unsettled')],
                'constraints': [models.UniqueConstraint(fields=('mailbox', 'uid_validity', 'uid'), name='fetched_once')],
            },
        ),
    ]
