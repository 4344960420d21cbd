"""Answers that can be taken back for some seconds, and drafts of what a customer writes.

Step:  expand. Locks: none that anybody waits for; two new tables. Rows: none. Undo: drops them, with what was waiting to leave.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0002_stored_at'),
        ('tickets', '0014_scope_of_a_case'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='draft',
            name='kind',
            field=models.CharField(choices=[('answer', 'Respuesta'), ('note', 'Nota interna'), ('solution', 'Solución'), ('customer', 'Del cliente')], max_length=10),
        ),
        migrations.CreateModel(
            name='HeldAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('then', models.CharField(max_length=20)),
                ('milestones', models.JSONField(blank=True, default=list)),
                ('carried', models.JSONField(blank=True, default=list, help_text='Lo que una respuesta guardada hace con el caso.')),
                ('seen', models.CharField(blank=True, help_text='Hasta dónde del registro mostraba la página.', max_length=12)),
                ('held_at', models.DateTimeField()),
                ('leaves_at', models.DateTimeField()),
                ('files', models.ManyToManyField(blank=True, related_name='+', to='files.storedfile')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='held_answers', to=settings.AUTH_USER_MODEL)),
                ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='held_answers', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'respuesta por salir',
                'ordering': ['leaves_at', 'pk'],
                'indexes': [models.Index(fields=['leaves_at'], name='held_answer_leaves')],
            },
        ),
    ]
