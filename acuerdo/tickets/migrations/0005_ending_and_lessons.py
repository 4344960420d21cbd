"""Keep accords on closing, objections, reviews after an incident, and what deserves an article.

Step:  expand.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('customers', '0001_initial'),
        ('tickets', '0004_many_cases'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('happened', models.TextField(verbose_name='qué pasó')),
                ('cause', models.TextField(verbose_name='causa')),
                ('actions', models.TextField(verbose_name='acciones')),
                ('proposals', models.TextField(blank=True, verbose_name='qué se puede automatizar')),
                ('due_on', models.DateField(null=True, verbose_name='para cuándo')),
                ('at', models.DateTimeField(verbose_name='cuándo')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ticket', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='review', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'revisión posterior',
                'verbose_name_plural': 'revisiones posteriores',
            },
        ),
        migrations.CreateModel(
            name='Accord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='lo que se propone')),
                ('at', models.DateTimeField(verbose_name='propuesto')),
                ('channel', models.SlugField(blank=True, max_length=20, verbose_name='por dónde contestó')),
                ('answer', models.TextField(blank=True, verbose_name='lo que dijo el cliente')),
                ('agreed', models.BooleanField(null=True, verbose_name='de acuerdo')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='contestado')),
                ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='customers.contact')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='accords', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'cierre de mutuo acuerdo',
                'constraints': [models.UniqueConstraint(condition=models.Q(('answered_at', None)), fields=('ticket',), name='accord_one_open'), models.CheckConstraint(condition=models.Q(models.Q(('agreed', None), ('answered_at', None)), models.Q(('agreed__isnull', False), ('answered_at__isnull', False)), _connector='OR'), name='accord_answered_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='ArticleIdea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True, verbose_name='de qué trataría')),
                ('at', models.DateTimeField(verbose_name='cuándo')),
                ('done_at', models.DateTimeField(null=True, verbose_name='escrito')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ticket', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='article_idea', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'idea de artículo',
                'verbose_name_plural': 'ideas de artículos',
                'indexes': [models.Index(condition=models.Q(('done_at', None)), fields=['at'], name='article_idea_open')],
            },
        ),
        migrations.CreateModel(
            name='Objection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('about', models.CharField(choices=[('closing', 'El cierre del caso'), ('time', 'Los tiempos registrados')], max_length=10, verbose_name='sobre')),
                ('text', models.TextField(verbose_name='objeción')),
                ('at', models.DateTimeField(verbose_name='cuándo')),
                ('answer', models.TextField(blank=True, verbose_name='respuesta')),
                ('upheld', models.BooleanField(null=True, verbose_name='aceptada')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='contestada')),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='customers.contact')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objections', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'objeción',
                'verbose_name_plural': 'objeciones',
                'indexes': [models.Index(condition=models.Q(('answered_at', None)), fields=['at'], name='objection_open')],
            },
        ),
    ]
