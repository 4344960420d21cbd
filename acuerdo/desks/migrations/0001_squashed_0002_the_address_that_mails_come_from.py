"""Make the desks, their host names and mail addresses. In the public schema.

Step:  first version, once an installation; one in place of the 2 that led to it (decision 23). Where those were applied nothing runs: it is only noted.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.deletion
import django.db.models.functions.text
import django_tenants.postgresql_backend.base
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('desks', '0001_initial'),
        ('desks', '0002_the_address_that_mails_come_from'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Desk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('schema_name', models.CharField(db_index=True, max_length=63, unique=True, validators=[django_tenants.postgresql_backend.base._check_schema_name])),
                ('name', models.CharField(max_length=80, verbose_name='nombre')),
                ('manual', models.SlugField(blank=True, help_text='Identificador del manual con que nació.', max_length=40, verbose_name='manual')),
                ('accent', models.CharField(default='#2552b8', max_length=7, verbose_name='color')),
                ('subtitle', models.CharField(blank=True, max_length=120, verbose_name='nombre de la mesa')),
                ('is_demo', models.BooleanField(default=False, verbose_name='de demostración')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='creada')),
            ],
            options={
                'verbose_name': 'mesa',
                'verbose_name_plural': 'mesas',
            },
        ),
        migrations.CreateModel(
            name='Domain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('domain', models.CharField(db_index=True, max_length=253, unique=True)),
                ('is_primary', models.BooleanField(db_index=True, default=True)),
                ('tenant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='domains', to='desks.desk')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=254, unique=True, verbose_name='dirección')),
                ('desk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='desks.desk')),
                ('is_sender', models.BooleanField(default=False, help_text='De ella salen los correos; ninguna: de la más antigua.', verbose_name='remitente')),
            ],
            options={
                'verbose_name': 'dirección de correo',
                'constraints': [models.CheckConstraint(condition=models.Q(('address', django.db.models.functions.text.Lower('address'))), name='address_is_lower_case')],
            },
        ),
    ]
