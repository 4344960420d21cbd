"""Make the table of a desk's own outgoing server.

Step:  expand; nothing asks it before this version.
Locks: none that anybody waits for; the table is new.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('notifications', '0003_words_and_hours'),
    ]

    operations = [
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
