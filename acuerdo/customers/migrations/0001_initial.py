"""Make organisations, contacts, contracts, products.

Step:  first version, once a desk.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160, unique=True, verbose_name='nombre')),
                ('state', models.CharField(choices=[('active', 'Activo'), ('suspended', 'Suspendido'), ('cancelled', 'Cancelado')], default='active', max_length=10, verbose_name='estado')),
            ],
            options={
                'verbose_name': 'cliente',
                'verbose_name_plural': 'clientes',
            },
        ),
        migrations.CreateModel(
            name='Product',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=40, unique=True)),
                ('name', models.CharField(max_length=120, verbose_name='nombre')),
                ('group', models.CharField(blank=True, max_length=120, verbose_name='grupo')),
                ('version', models.CharField(blank=True, max_length=40, verbose_name='última versión')),
            ],
            options={
                'verbose_name': 'producto',
            },
        ),
        migrations.CreateModel(
            name='MailDomain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('domain', models.CharField(max_length=253, unique=True, verbose_name='dominio')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='domains', to='customers.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160, verbose_name='nombre')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='correo')),
                ('job_title', models.CharField(blank=True, max_length=120, verbose_name='cargo')),
                ('level', models.SlugField(blank=True, max_length=40, verbose_name='nivel en el cliente')),
                ('is_authorised', models.BooleanField(default=False, verbose_name='autorizado para reportar')),
                ('person', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contact', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='customers.organisation')),
            ],
            options={
                'verbose_name': 'contacto',
                'constraints': [models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='contact_email_lower')],
            },
        ),
        migrations.CreateModel(
            name='Contract',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('plan', models.SlugField(blank=True, max_length=40, verbose_name='plan')),
                ('state', models.CharField(choices=[('active', 'Vigente'), ('suspended', 'Suspendido'), ('ended', 'Terminado')], default='active', max_length=10, verbose_name='estado')),
                ('starts_on', models.DateField(verbose_name='desde')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='hasta')),
                ('went_live_on', models.DateField(blank=True, help_text='INT-126: desde aquí corre la garantía.', null=True, verbose_name='salida a vivo')),
                ('scope', models.JSONField(blank=True, default=list, help_text='Ítems del catálogo incluidos (SGM-A9).', verbose_name='alcance')),
                ('overrides', models.JSONField(blank=True, default=dict, verbose_name='acordado aparte')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='customers.organisation')),
                ('products', models.ManyToManyField(blank=True, related_name='contracts', to='customers.product')),
            ],
            options={
                'verbose_name': 'contrato',
                'indexes': [models.Index(fields=['organisation', 'state'], name='contract_of')],
            },
        ),
    ]
