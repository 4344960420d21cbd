"""Make the tables of seals, of where they are sent, and of what the checks found.

Step:  first version, once a desk; one in place of the 2 that led to it (decision 23). Where those were applied nothing runs: it is only noted. The product's role may only add to and read the seals (desks.actions.grant).
Locks: none that anybody waits for; the tables are new.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('audit', '0001_initial'),
        ('audit', '0002_seals_mailed'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(unique=True, verbose_name='sello')),
                ('at', models.DateTimeField(verbose_name='cuándo')),
                ('previous_hash', models.CharField(blank=True, max_length=64)),
                ('heads', models.JSONField(help_text='Asunto, su número, posición y huella del último hecho de cada cadena.')),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'verbose_name': 'sello',
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='SealPlaces',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('addresses', models.JSONField(default=list, verbose_name='direcciones')),
                ('mailed', models.PositiveIntegerField(null=True, verbose_name='último sello enviado')),
            ],
            options={
                'verbose_name': 'destinos del sello',
            },
        ),
        migrations.CreateModel(
            name='SelfCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('clocks', 'Relojes'), ('log', 'Registro y sellos'), ('grants', 'Permisos del producto'), ('mail', 'Correo')], max_length=10)),
                ('state', models.CharField(choices=[('waiting', 'En espera'), ('running', 'En curso'), ('done', 'Terminada'), ('failed', 'No terminó')], default='waiting', max_length=10)),
                ('asked_by', models.CharField(blank=True, help_text='Vacío: la de cada noche.', max_length=120, verbose_name='pedida por')),
                ('at', models.DateTimeField(verbose_name='cuándo')),
                ('checked', models.PositiveIntegerField(default=0, verbose_name='revisados')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='por revisar')),
                ('differences', models.PositiveIntegerField(default=0, verbose_name='diferencias')),
                ('lines', models.JSONField(default=list, help_text='Las primeras diferencias: asunto y frase.')),
                ('seconds', models.FloatField(default=0, verbose_name='segundos')),
                ('problem', models.TextField(blank=True, verbose_name='problema')),
            ],
            options={
                'verbose_name': 'revisión',
                'indexes': [models.Index(fields=['kind', '-at'], name='self_check_of_kind')],
            },
        ),
    ]
