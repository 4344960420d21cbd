"""Add the desk's own words for mails, a mail's earliest moment and a notice's digest.

Step:  expand.
Locks: three nullable columns (ACCESS EXCLUSIVE for an instant, no rewrite); a partial index over notices that wait for a digest, none yet;
       the table of words is new.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('notifications', '0002_notices_by_another_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('template', models.SlugField(max_length=40, verbose_name='correo')),
                ('manual', models.SlugField(max_length=40, verbose_name='manual')),
                ('language', models.CharField(max_length=2, verbose_name='idioma')),
                ('subject', models.CharField(blank=True, max_length=300, verbose_name='asunto')),
                ('heading', models.CharField(blank=True, max_length=300, verbose_name='título')),
                ('opening', models.TextField(blank=True, verbose_name='comienzo')),
                ('ending', models.TextField(blank=True, verbose_name='final')),
                ('at', models.DateTimeField(verbose_name='cuándo')),
            ],
            options={
                'verbose_name': 'texto de correo',
                'verbose_name_plural': 'textos de correo',
            },
        ),
        migrations.AddField(
            model_name='notice',
            name='digest_at',
            field=models.DateTimeField(help_text='Cuándo va en el correo diario de resumen.', null=True, verbose_name='en el resumen de'),
        ),
        migrations.AddField(
            model_name='notice',
            name='digested_at',
            field=models.DateTimeField(null=True, verbose_name='resumido'),
        ),
        migrations.AddField(
            model_name='outgoing',
            name='not_before',
            field=models.DateTimeField(help_text='Espera el horario de trabajo de quien lo recibe.', null=True, verbose_name='no antes de'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('digest_at__isnull', False), ('digested_at', None)), fields=['digest_at'], name='notice_for_digest'),
        ),
        migrations.AddField(
            model_name='wording',
            name='person',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='wording',
            index=models.Index(fields=['template', 'manual', 'language', '-id'], name='wording_of'),
        ),
    ]
