"""Make cases, messages, clocks and the counter of numbers.

Step:  first version, once a desk.
Locks: none that anybody waits for; the tables are new.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agreements', '0001_initial'),
        ('customers', '0001_initial'),
        ('files', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Counter',
            fields=[
                ('name', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('last', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Ticket',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(unique=True, verbose_name='número')),
                ('subject', models.CharField(max_length=300, verbose_name='asunto')),
                ('status', models.CharField(default='new', max_length=20, verbose_name='estado')),
                ('doubt', models.CharField(blank=True, max_length=12, verbose_name='duda sobre el contrato')),
                ('overrides', models.JSONField(blank=True, default=dict, verbose_name='acordado aparte')),
                ('facts', models.JSONField(default=dict, verbose_name='clasificación')),
                ('proposed', models.JSONField(blank=True, default=dict, verbose_name='clasificación del cliente')),
                ('channel', models.SlugField(max_length=20, verbose_name='canal')),
                ('level', models.SlugField(blank=True, max_length=40, verbose_name='nivel')),
                ('opened_at', models.DateTimeField(verbose_name='abierto')),
                ('resolved_at', models.DateTimeField(blank=True, null=True, verbose_name='solucionado')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='cerrado')),
                ('closed_as', models.SlugField(blank=True, max_length=40, verbose_name='motivo del cierre')),
                ('customer_wrote_at', models.DateTimeField(blank=True, null=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('wrote_after_at', models.DateTimeField(blank=True, null=True, verbose_name='escribió después de la solución')),
                ('last_activity_at', models.DateTimeField(verbose_name='última actividad')),
                ('last_activity_by', models.CharField(blank=True, max_length=120)),
                ('place', models.PositiveSmallIntegerField(default=4)),
                ('place_key', models.BigIntegerField(default=0)),
                ('assignee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to=settings.AUTH_USER_MODEL)),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='customers.contact')),
                ('contract', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='customers.contract')),
                ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='tickets.ticket')),
                ('manual', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.manualversion')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='customers.organisation')),
                ('product', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='customers.product')),
            ],
            options={
                'verbose_name': 'caso',
                'verbose_name_plural': 'casos',
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('customer', 'Del cliente'), ('answer', 'Respuesta'), ('note', 'Nota interna'), ('solution', 'Solución')], max_length=10)),
                ('text', models.TextField()),
                ('quoted', models.TextField(blank=True, help_text='Lo que el mensaje citaba de otros anteriores.')),
                ('html', models.TextField(blank=True, help_text='Como llegó; solo se muestra limpio y aparte.')),
                ('evidence', models.JSONField(blank=True, default=dict)),
                ('channel', models.SlugField(max_length=20)),
                ('at', models.DateTimeField()),
                ('message_id', models.CharField(blank=True, max_length=255)),
                ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='customers.contact')),
                ('files', models.ManyToManyField(blank=True, related_name='messages', to='files.storedfile')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'mensaje',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Clock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clock', models.SlugField(max_length=40)),
                ('cycle', models.PositiveSmallIntegerField()),
                ('label', models.CharField(max_length=120)),
                ('kind', models.CharField(max_length=10)),
                ('state', models.CharField(max_length=10)),
                ('target', models.CharField(max_length=60)),
                ('calendar', models.CharField(max_length=60)),
                ('printed', models.CharField(blank=True, max_length=200)),
                ('source', models.CharField(blank=True, max_length=60)),
                ('is_estimated', models.BooleanField(default=False)),
                ('started_at', models.DateTimeField()),
                ('stopped_at', models.DateTimeField(null=True)),
                ('due_at', models.DateTimeField(null=True)),
                ('elapsed', models.CharField(help_text='Fracción exacta, en la unidad de la meta.', max_length=60)),
                ('remaining', models.CharField(blank=True, max_length=60)),
                ('remaining_seconds', models.BigIntegerField(help_text='Lo que queda en segundos de su propio horario.', null=True)),
                ('alarm_at', models.DateTimeField(null=True)),
                ('told', models.JSONField(default=list, help_text='Partes de la meta ya avisadas.')),
                ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clocks', to='tickets.ticket')),
            ],
            options={
                'verbose_name': 'reloj',
            },
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=models.Index(condition=models.Q(('status__in', ['closed', 'cancelled']), _negated=True), fields=['place', 'place_key', 'number'], name='ticket_queue'),
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=models.Index(condition=models.Q(('status__in', ['closed', 'cancelled']), _negated=True), fields=['assignee', 'place', 'place_key', 'number'], name='ticket_queue_of'),
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=models.Index(fields=['organisation', '-number'], name='ticket_of_organisation'),
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=models.Index(fields=['contact', '-number'], name='ticket_of_contact'),
        ),
        migrations.AddConstraint(
            model_name='ticket',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('status__in', ['closed', 'cancelled'])), models.Q(models.Q(('status__in', ['closed', 'cancelled']), _negated=True), ('closed_at', None)), _connector='OR'), name='ticket_closed_at_is_set_when_ended'),
        ),
        migrations.AddConstraint(
            model_name='ticket',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'resolved'), _negated=True), ('resolved_at__isnull', False), _connector='OR'), name='ticket_resolved_at_is_set_when_resolved'),
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(condition=models.Q(('message_id', ''), _negated=True), fields=['message_id'], name='message_id'),
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(fields=['ticket', 'at'], name='message_of'),
        ),
        migrations.AddIndex(
            model_name='clock',
            index=models.Index(condition=models.Q(('alarm_at__isnull', False)), fields=['alarm_at'], name='clock_alarm'),
        ),
        migrations.AddConstraint(
            model_name='clock',
            constraint=models.UniqueConstraint(fields=('ticket', 'clock', 'cycle'), name='clock_once'),
        ),
    ]
