"""Make the versions of the manual and the desk's own fields.

Step:  first version, once a desk; one in place of the 3 that led to it (decision 23). Where those were applied nothing runs: it is only noted.
Locks: none that anybody waits for; the tables are new.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('agreements', '0001_initial'),
        ('agreements', '0002_manual_version_note'),
        ('agreements', '0003_custom_fields'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ManualVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('manual', models.SlugField(max_length=40, verbose_name='manual')),
                ('version', models.CharField(max_length=20, verbose_name='versión')),
                ('title', models.CharField(max_length=200, verbose_name='título')),
                ('text', models.TextField(verbose_name='texto')),
                ('digest', models.CharField(help_text='SHA-256 del texto y de sus festivos.', max_length=64)),
                ('holidays', models.JSONField(help_text='País → fecha → nombre, resueltos al publicar por diez años.', verbose_name='festivos')),
                ('effective_from', models.DateField(verbose_name='rige desde')),
                ('published_at', models.DateTimeField(verbose_name='publicado')),
                ('note', models.TextField(blank=True, default='', help_text='Lo que dijo quien la publicó.', verbose_name='qué cambia')),
            ],
            options={
                'verbose_name': 'versión del manual',
                'verbose_name_plural': 'versiones del manual',
                'ordering': ['effective_from', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('manual', 'version'), name='manual_version_once')],
            },
        ),
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
