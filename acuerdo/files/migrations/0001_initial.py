"""Make attachments.

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
            name='StoredFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255, verbose_name='nombre')),
                ('content_type', models.CharField(max_length=127)),
                ('size', models.PositiveBigIntegerField(verbose_name='bytes')),
                ('sha256', models.CharField(db_index=True, max_length=64)),
                ('content_id', models.CharField(blank=True, help_text='Content-ID de una imagen dentro del texto.', max_length=255)),
            ],
            options={
                'verbose_name': 'archivo',
            },
        ),
    ]
