"""Make the table of messages as they came.

Step:  first version, once a desk.
Locks: none that anybody waits for; the table is new.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('tickets', '0001_initial'),
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
    ]
