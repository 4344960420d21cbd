"""Make manuals stored as versions.

Step:  first version, once a desk.
Locks: none that anybody waits for; the tables are new.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

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
            ],
            options={
                'verbose_name': 'versión del manual',
                'verbose_name_plural': 'versiones del manual',
                'ordering': ['effective_from', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('manual', 'version'), name='manual_version_once')],
            },
        ),
    ]
