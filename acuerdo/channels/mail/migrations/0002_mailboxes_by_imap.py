"""Make the tables of mailboxes fetched by IMAP, and of what was taken from them.

Step:  expand; nothing asks them before this version.
Locks: the table of received mails, for as long as it takes to hang an empty table on it; nothing is read or rewritten.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('mail', '0001_initial'),
    ]

    operations = [
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
