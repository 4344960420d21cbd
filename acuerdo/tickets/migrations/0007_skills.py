"""Keep what the desk's people know well.

Step:  expand.
Locks: none that anybody waits for; the tables are new.
"""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tickets', '0006_routing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Skill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=40, unique=True, verbose_name='nombre corto')),
                ('name', models.CharField(max_length=80, verbose_name='nombre')),
                ('people', models.ManyToManyField(blank=True, related_name='skills', to=settings.AUTH_USER_MODEL, verbose_name='personas')),
            ],
            options={
                'verbose_name': 'conocimiento',
                'ordering': ['name'],
            },
        ),
    ]
