"""Make those who sign in.

Step:  first version, once a desk.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='correo')),
                ('name', models.CharField(max_length=120, verbose_name='nombre')),
                ('role', models.CharField(choices=[('agent', 'Agente'), ('supervisor', 'Supervisión'), ('manager', 'Gerencia'), ('admin', 'Administración'), ('auditor', 'Auditoría'), ('customer', 'Cliente')], default='agent', max_length=12, verbose_name='rol')),
                ('title', models.SlugField(blank=True, max_length=40, verbose_name='rol en el manual')),
                ('level', models.SlugField(blank=True, help_text='Peldaño de la escalera del manual.', max_length=40, verbose_name='nivel')),
                ('language', models.CharField(default='es', max_length=2, verbose_name='idioma')),
                ('is_active', models.BooleanField(default=True, verbose_name='activo')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='creado')),
            ],
            options={
                'verbose_name': 'persona',
                'verbose_name_plural': 'personas',
                'constraints': [models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='person_email_lower')],
            },
        ),
    ]
