"""Make customers, their contacts, mail domains and contracts, and the products.

Step:  first version, once a desk; one in place of the 2 that led to it (decision 23). Where those were applied nothing runs: it is only noted.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('customers', '0001_initial'),
        ('customers', '0002_contracts_in_full'),
    ]

    initial = True

    dependencies = [
        ('people', '0001_squashed_0004_queue_of_a_person'),
    ]

    operations = [
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160, unique=True, verbose_name='nombre')),
                ('state', models.CharField(choices=[('active', 'Activo'), ('suspended', 'Suspendido'), ('cancelled', 'Cancelado')], default='active', max_length=10, verbose_name='estado')),
                ('executive', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='accounts', to=settings.AUTH_USER_MODEL, verbose_name='ejecutivo de cuenta')),
                ('notes', models.TextField(blank=True, max_length=4000, verbose_name='notas internas')),
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
                ('is_active', models.BooleanField(default=True, verbose_name='en uso')),
                ('phone_option', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='opción del menú telefónico')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='products', to='people.team', verbose_name='equipo que lo atiende')),
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
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='teléfono')),
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
                ('coverage', models.SlugField(blank=True, help_text='5x8, 6x24, 7x24… (INT-122).', max_length=40, verbose_name='cobertura')),
                ('guarantee_until', models.DateField(blank=True, null=True, verbose_name='garantía hasta')),
                ('modality', models.SlugField(blank=True, help_text='SaaS, en sus instalaciones… (DIG-041).', max_length=40, verbose_name='modalidad')),
                ('overrides_text', models.TextField(blank=True, verbose_name='acordado aparte, como se escribió')),
                ('reference', models.CharField(blank=True, max_length=80, verbose_name='número o nombre del contrato')),
            ],
            options={
                'verbose_name': 'contrato',
                'indexes': [models.Index(fields=['organisation', 'state'], name='contract_of')],
            },
        ),
    ]
