"""Add questions of the desk's own.

Step:  expand.
Locks: none that anybody waits for; the table is new.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0002_manual_version_note'),
    ]

    operations = [
        migrations.CreateModel(
            name='CustomField',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('type', models.SlugField(blank=True, help_text='Vacío: todos los tipos.', max_length=40, verbose_name='tipo de caso')),
                ('name', models.SlugField(max_length=40, verbose_name='nombre corto')),
                ('label', models.CharField(max_length=120, verbose_name='pregunta')),
                ('hint', models.CharField(blank=True, max_length=200, verbose_name='ayuda')),
                ('kind', models.CharField(choices=[('text', 'Texto'), ('number', 'Número'), ('date', 'Fecha'), ('choice', 'Una de varias'), ('boolean', 'Sí o no')], default='text', max_length=8, verbose_name='respuesta')),
                ('choices', models.JSONField(blank=True, default=list, verbose_name='opciones')),
                ('required_for', models.CharField(blank=True, choices=[('', 'Nadie: es de llenar si se quiere'), ('report', 'Quien reporta, al abrir el caso'), ('solution', 'La mesa, antes de dar la solución')], max_length=8, verbose_name='obligatorio para')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='orden')),
                ('is_active', models.BooleanField(default=True, verbose_name='en uso')),
            ],
            options={
                'verbose_name': 'campo propio',
                'ordering': ['order', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('type', 'name'), name='custom_field_once')],
            },
        ),
    ]
