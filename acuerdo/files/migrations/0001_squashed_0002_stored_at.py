"""Make the table of stored files.

Step:  first version, once a desk; one in place of the 2 that led to it (decision 23). Where those were applied nothing runs: it is only noted.
Locks: none that anybody waits for; the tables are new.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('files', '0001_initial'),
        ('files', '0002_stored_at'),
    ]

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
                ('stored_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'archivo',
                'indexes': [models.Index(condition=models.Q(('stored_at__isnull', False)), fields=['stored_at'], name='file_stored_at')],
            },
        ),
    ]
