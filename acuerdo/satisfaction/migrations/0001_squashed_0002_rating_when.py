"""Make what customers say of how they were served.

Step:  first version, once a desk; one in place of the 2 that led to it (decision 23). Where those were applied nothing runs: it is only noted.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('satisfaction', '0001_initial'),
        ('satisfaction', '0002_rating_when'),
    ]

    initial = True

    dependencies = [
        ('tickets', '0001_squashed_0023_broken_promises'),
    ]

    operations = [
        migrations.CreateModel(
            name='Rating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('closing', models.PositiveIntegerField(help_text='Lugar del cierre en el registro del caso.', verbose_name='cierre')),
                ('value', models.SlugField(max_length=40, verbose_name='respuesta')),
                ('comment', models.TextField(blank=True, verbose_name='comentario')),
                ('at', models.DateTimeField(verbose_name='cuándo')),
                ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'calificación',
                'verbose_name_plural': 'calificaciones',
                'constraints': [models.UniqueConstraint(fields=('ticket', 'closing'), name='rating_once')],
                'indexes': [models.Index(fields=['at'], name='rating_when')],
            },
        ),
    ]
