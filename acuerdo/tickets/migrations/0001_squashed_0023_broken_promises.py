"""Make cases and all that hangs on them: messages, clocks, work, ties, search, views and routing.

Step:  first version, once a desk; one in place of the 23 that led to it (decision 23). Where those were applied nothing runs: it is only noted.
Locks: none that anybody waits for; the tables are new.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Tables(Operation):
    """Several new tables at once. One after the other, Django draws every model that hangs on a case again for each: most of the time that a desk took."""

    def __init__(self, *models):
        self.models = models

    def deconstruct(self):
        return (self.__class__.__name__, list(self.models), {})

    def state_forwards(self, app_label, state):
        state.__dict__.pop('apps', None)  # drawn when the first table is made, once, with all of them
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return ', '.join(model.describe() for model in self.models)


class Migration(migrations.Migration):

    replaces = [
        ('tickets', '0001_initial'),
        ('tickets', '0002_work_on_a_case'),
        ('tickets', '0003_information_and_contingency'),
        ('tickets', '0004_many_cases'),
        ('tickets', '0005_ending_and_lessons'),
        ('tickets', '0006_routing'),
        ('tickets', '0007_skills'),
        ('tickets', '0008_search'),
        ('tickets', '0009_saved_views_and_filters'),
        ('tickets', '0010_supervision'),
        ('tickets', '0011_queue_of_team'),
        ('tickets', '0012_no_held_answers'),
        ('tickets', '0013_indexes_of_the_queue'),
        ('tickets', '0014_scope_of_a_case'),
        ('tickets', '0015_held_answers'),
        ('tickets', '0016_seen_and_tags_inside'),
        ('tickets', '0017_rules_of_escalation'),
        ('tickets', '0018_signature_of_an_answer'),
        ('tickets', '0019_department_of_any_words'),
        ('tickets', '0020_fewer_indexes'),
        ('tickets', '0021_answers_that_came_back'),
        ('tickets', '0022_when_a_case_gets_near'),
        ('tickets', '0023_broken_promises'),
    ]

    initial = True

    dependencies = [
        ('agreements', '0001_squashed_0003_custom_fields'),
        ('customers', '0001_squashed_0002_contracts_in_full'),
        ('events', '0001_squashed_0003_form_of_hash'),
        ('files', '0001_squashed_0002_stored_at'),
        ('people', '0001_squashed_0004_queue_of_a_person'),
    ]

    operations = [
        Tables(
            migrations.CreateModel(
                name='Counter',
                fields=[
                    ('name', models.CharField(max_length=20, primary_key=True, serialize=False)),
                    ('last', models.PositiveIntegerField(default=0)),
                ],
            ),
            migrations.CreateModel(
                name='Contingency',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('starts_at', models.DateTimeField(verbose_name='desde')),
                    ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='hasta')),
                    ('is_over', models.BooleanField(default=False)),
                    ('reason', models.CharField(max_length=300, verbose_name='motivo')),
                    ('notice', models.TextField(blank=True, verbose_name='aviso a los clientes')),
                    ('declared_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ('declared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'contingencia',
                    'ordering': ['-starts_at', '-pk'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('is_over', False)), fields=('is_over',), name='one_contingency_goes_on'), models.CheckConstraint(condition=models.Q(('ends_at', None), ('ends_at__gte', models.F('starts_at')), _connector='OR'), name='contingency_ends_after_its_start')],
                },
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
                    ('channel', models.SlugField(db_index=False, max_length=20, verbose_name='canal')),
                    ('level', models.SlugField(blank=True, db_index=False, max_length=40, verbose_name='nivel')),
                    ('opened_at', models.DateTimeField(verbose_name='abierto')),
                    ('resolved_at', models.DateTimeField(blank=True, null=True, verbose_name='solucionado')),
                    ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='cerrado')),
                    ('closed_as', models.SlugField(blank=True, db_index=False, max_length=40, verbose_name='motivo del cierre')),
                    ('customer_wrote_at', models.DateTimeField(blank=True, null=True)),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('wrote_after_at', models.DateTimeField(blank=True, null=True, verbose_name='escribió después de la solución')),
                    ('last_activity_at', models.DateTimeField(verbose_name='última actividad')),
                    ('last_activity_by', models.CharField(blank=True, max_length=120)),
                    ('place', models.PositiveSmallIntegerField(default=4)),
                    ('place_key', models.BigIntegerField(default=0)),
                    ('assignee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to=settings.AUTH_USER_MODEL)),
                    ('contact', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='customers.contact')),
                    ('contract', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='customers.contract')),
                    ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='tickets.ticket')),
                    ('manual', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.manualversion')),
                    ('organisation', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='customers.organisation')),
                    ('product', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='customers.product')),
                    ('scheduled_for', models.DateTimeField(blank=True, null=True, verbose_name='planeado para')),
                    ('stage', models.SlugField(blank=True, db_index=False, max_length=40, verbose_name='etapa')),
                    ('waits', models.JSONField(blank=True, default=dict, verbose_name='a quién espera')),
                    ('confirmation', models.CharField(blank=True, max_length=8, verbose_name='confirmación del autorizado')),
                    ('extra', models.JSONField(blank=True, default=dict, verbose_name='campos propios')),
                    ('information', models.JSONField(blank=True, default=dict, verbose_name='información mínima')),
                    ('tags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None, verbose_name='etiquetas')),
                    ('contingency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='tickets.contingency')),
                    ('merged_into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='tickets.ticket')),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='tickets.ticket')),
                    ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='people.team', verbose_name='equipo')),
                    ('reopened_at', models.DateTimeField(blank=True, help_text='La última vez.', null=True, verbose_name='reabierto')),
                    ('scope', models.JSONField(blank=True, default=list, verbose_name='incluido en el contrato')),
                    ('near_key', models.BigIntegerField(blank=True, null=True)),
                ],
                options={
                    'verbose_name': 'caso',
                    'verbose_name_plural': 'casos',
                    'indexes': [models.Index(condition=models.Q(('status__in', ['closed', 'cancelled']), _negated=True), fields=['place', 'place_key', 'number'], name='ticket_queue'), models.Index(condition=models.Q(('status__in', ['closed', 'cancelled']), _negated=True), fields=['assignee', 'place', 'place_key', 'number'], name='ticket_queue_of'), models.Index(fields=['organisation', '-number'], name='ticket_of_organisation'), models.Index(fields=['contact', '-number'], name='ticket_of_contact'), models.Index(condition=models.Q(('status', 'scheduled')), fields=['scheduled_for'], name='ticket_scheduled'), models.Index(condition=models.Q(('status__in', ['closed', 'cancelled']), _negated=True), fields=['organisation', 'place', 'place_key', 'number'], name='ticket_queue_of_customer'), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('status__in', ['closed', 'cancelled']), _negated=True), fields=['facts'], name='ticket_open_facts', opclasses=['jsonb_path_ops']), models.Index(condition=models.Q(('status__in', ['closed', 'cancelled']), _negated=True), fields=['level', 'place', 'place_key', 'number'], name='ticket_queue_of_level'), models.Index(condition=models.Q(('reopened_at__isnull', False)), fields=['reopened_at'], name='ticket_reopened'), models.Index(condition=models.Q(('status__in', ['closed', 'cancelled']), _negated=True), fields=['team', 'place', 'place_key', 'number'], name='ticket_queue_of_team'), models.Index(condition=models.Q(models.Q(('status__in', ['closed', 'cancelled']), _negated=True), ('assignee', None)), fields=['place', 'place_key', 'number'], name='ticket_queue_of_nobody'), models.Index(condition=models.Q(('status__in', ['closed', 'cancelled']), _negated=True), fields=['status', 'place', 'place_key', 'number'], name='ticket_queue_of_status'), models.Index(condition=models.Q(models.Q(('status__in', ['closed', 'cancelled']), _negated=True), ('reopened_at__isnull', False)), fields=['place', 'place_key', 'number'], name='ticket_queue_of_reopened'), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('status__in', ['closed', 'cancelled'])), fields=['facts'], name='ticket_ended_facts', opclasses=['jsonb_path_ops']), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('tags', []), _negated=True), fields=['tags'], name='ticket_tags'), models.Index(fields=['channel'], name='ticket_of_channel'), models.Index(fields=['level'], name='ticket_of_level'), models.Index(condition=models.Q(models.Q(('status__in', ['closed', 'cancelled']), _negated=True), ('place', 2)), fields=['place_key'], include=('near_key', 'assignee', 'level', 'organisation'), name='ticket_due')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('status__in', ['closed', 'cancelled'])), models.Q(models.Q(('status__in', ['closed', 'cancelled']), _negated=True), ('closed_at', None)), _connector='OR'), name='ticket_closed_at_is_set_when_ended'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'resolved'), _negated=True), ('resolved_at__isnull', False), _connector='OR'), name='ticket_resolved_at_is_set_when_resolved')],
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
                    ('channel', models.SlugField(db_index=False, max_length=20)),
                    ('at', models.DateTimeField()),
                    ('message_id', models.CharField(blank=True, max_length=255)),
                    ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='customers.contact')),
                    ('files', models.ManyToManyField(blank=True, related_name='messages', to='files.storedfile')),
                    ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ticket', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='tickets.ticket')),
                    ('signature', models.TextField(blank=True, help_text='La firma de quien respondió, como era al enviarse.')),
                ],
                options={
                    'verbose_name': 'mensaje',
                    'ordering': ['at', 'pk'],
                    'indexes': [models.Index(condition=models.Q(('message_id', ''), _negated=True), fields=['message_id'], name='message_id'), models.Index(fields=['ticket', 'at'], name='message_of')],
                },
            ),
            migrations.CreateModel(
                name='Clock',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('clock', models.SlugField(db_index=False, max_length=40)),
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
                    ('ticket', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='clocks', to='tickets.ticket')),
                ],
                options={
                    'verbose_name': 'reloj',
                    'indexes': [models.Index(condition=models.Q(('alarm_at__isnull', False)), fields=['alarm_at'], name='clock_alarm'), models.Index(condition=models.Q(('kind', 'promise'), ('stopped_at__isnull', False)), fields=['stopped_at', 'id'], name='clock_stopped'), models.Index(condition=models.Q(('kind', 'promise'), ('state', 'breached'), ('stopped_at__isnull', False)), fields=['stopped_at', 'id'], name='clock_broken')],
                    'constraints': [models.UniqueConstraint(fields=('ticket', 'clock', 'cycle'), name='clock_once')],
                },
            ),
            migrations.CreateModel(
                name='Approval',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('committee', 'Comité'), ('customer', 'Propuesta al cliente'), ('quote', 'Cotización al cliente')], max_length=10)),
                    ('of', models.CharField(max_length=160, verbose_name='a quién se pidió')),
                    ('text', models.TextField(verbose_name='qué se pidió aprobar')),
                    ('amount', models.CharField(blank=True, help_text='Como lo lee el cliente: $ 1.200.000 más IVA.', max_length=60, verbose_name='valor')),
                    ('asked_at', models.DateTimeField()),
                    ('decision', models.CharField(blank=True, choices=[('approved', 'Aprobada'), ('rejected', 'No aprobada'), ('withdrawn', 'Retirada'), ('waived', 'No hace falta')], max_length=10)),
                    ('decided_at', models.DateTimeField(null=True)),
                    ('reason', models.TextField(blank=True, verbose_name='motivo')),
                    ('minutes', models.CharField(blank=True, max_length=120, verbose_name='acta')),
                    ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('decided_for', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='customers.contact')),
                    ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='tickets.ticket')),
                ],
                options={
                    'verbose_name': 'aprobación',
                    'verbose_name_plural': 'aprobaciones',
                    'ordering': ['asked_at', 'pk'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('decided_at', None)), fields=('ticket', 'kind'), name='approval_pending_once'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decision', '')), models.Q(models.Q(('decision', ''), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='approval_decided_at_is_set_with_decision')],
                },
            ),
            migrations.CreateModel(
                name='Checklist',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('incident', models.SlugField(max_length=80)),
                    ('label', models.CharField(max_length=200)),
                    ('source', models.CharField(blank=True, max_length=60)),
                    ('begun_at', models.DateTimeField()),
                    ('begun_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checklists', to='tickets.ticket')),
                ],
                options={
                    'verbose_name': 'lista de verificación',
                    'ordering': ['begun_at', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('ticket', 'incident'), name='checklist_once')],
                },
            ),
            migrations.CreateModel(
                name='Check',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('place', models.PositiveSmallIntegerField()),
                    ('text', models.TextField()),
                    ('owner', models.CharField(max_length=120)),
                    ('side', models.CharField(max_length=10)),
                    ('when', models.TextField(blank=True)),
                    ('state', models.CharField(blank=True, choices=[('', 'Pendiente'), ('done', 'Verificado'), ('skipped', 'No aplica')], max_length=10)),
                    ('done_at', models.DateTimeField(null=True)),
                    ('note', models.CharField(blank=True, max_length=300, verbose_name='qué encontró')),
                    ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='customers.contact')),
                    ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('checklist', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='tickets.checklist')),
                ],
                options={
                    'verbose_name': 'verificación',
                    'verbose_name_plural': 'verificaciones',
                    'ordering': ['checklist', 'place'],
                    'constraints': [models.UniqueConstraint(fields=('checklist', 'place'), name='check_place_once')],
                },
            ),
            migrations.CreateModel(
                name='Task',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.CharField(max_length=300, verbose_name='qué hay que hacer')),
                    ('due_at', models.DateTimeField(blank=True, null=True, verbose_name='para cuándo')),
                    ('created_at', models.DateTimeField()),
                    ('done_at', models.DateTimeField(null=True)),
                    ('assignee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to=settings.AUTH_USER_MODEL)),
                    ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='tickets.ticket')),
                ],
                options={
                    'verbose_name': 'tarea',
                    'ordering': ['created_at', 'pk'],
                    'indexes': [models.Index(condition=models.Q(('done_at', None)), fields=['assignee', 'due_at'], name='task_open_of')],
                },
            ),
            migrations.CreateModel(
                name='Draft',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('answer', 'Respuesta'), ('note', 'Nota interna'), ('solution', 'Solución'), ('customer', 'Del cliente'), ('returned', 'Respuesta que volvió')], max_length=10)),
                    ('text', models.TextField(blank=True)),
                    ('saved_at', models.DateTimeField()),
                    ('files', models.ManyToManyField(blank=True, related_name='+', to='files.storedfile')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to=settings.AUTH_USER_MODEL)),
                    ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='tickets.ticket')),
                ],
                options={
                    'verbose_name': 'borrador',
                    'constraints': [models.UniqueConstraint(fields=('person', 'ticket', 'kind'), name='draft_once')],
                },
            ),
            migrations.CreateModel(
                name='Link',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('relates', 'Se relaciona con'), ('causes', 'Causa'), ('blocks', 'Bloquea a'), ('duplicates', 'Repite a'), ('split', 'Se separó de')], max_length=10, verbose_name='vínculo')),
                    ('at', models.DateTimeField()),
                    ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links_from', to='tickets.ticket')),
                    ('target', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links_to', to='tickets.ticket')),
                ],
                options={
                    'verbose_name': 'vínculo',
                    'constraints': [models.UniqueConstraint(fields=('source', 'target', 'kind'), name='link_once'), models.CheckConstraint(condition=models.Q(('source', models.F('target')), _negated=True), name='link_between_two')],
                },
            ),
            migrations.CreateModel(
                name='Presence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('doing', models.CharField(choices=[('viewing', 'Viewing'), ('answering', 'Answering')], max_length=10)),
                    ('until', models.DateTimeField()),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presences', to='tickets.ticket')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('ticket', 'person'), name='presence_once')],
                },
            ),
            migrations.CreateModel(
                name='TimeEntry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('activity', models.CharField(choices=[('analysis', 'Análisis y diagnóstico'), ('support', 'Soporte al usuario'), ('development', 'Desarrollo'), ('configuration', 'Configuración'), ('testing', 'Pruebas'), ('visit', 'Visita'), ('meeting', 'Reunión'), ('training', 'Capacitación'), ('documents', 'Documentación'), ('other', 'Otra')], max_length=20, verbose_name='actividad')),
                    ('minutes', models.PositiveIntegerField(verbose_name='minutos')),
                    ('day', models.DateField(verbose_name='día')),
                    ('billable', models.BooleanField(default=False, verbose_name='se cobra')),
                    ('note', models.CharField(blank=True, max_length=300, verbose_name='nota')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='time_entries', to='tickets.ticket')),
                ],
                options={
                    'verbose_name': 'tiempo dedicado',
                    'ordering': ['day', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('minutes__gte', 1), ('minutes__lte', 1440)), name='time_entry_within_a_day')],
                },
            ),
            migrations.CreateModel(
                name='Watcher',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('since', models.DateTimeField()),
                    ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='watched', to='customers.contact')),
                    ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='watched', to=settings.AUTH_USER_MODEL)),
                    ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='watchers', to='tickets.ticket')),
                ],
                options={
                    'verbose_name': 'seguidor',
                    'constraints': [models.UniqueConstraint(fields=('ticket', 'person'), name='watcher_person_once'), models.UniqueConstraint(fields=('ticket', 'contact'), name='watcher_contact_once'), models.CheckConstraint(condition=models.Q(models.Q(('contact__isnull', True), ('person__isnull', False)), models.Q(('contact__isnull', False), ('person__isnull', True)), _connector='OR'), name='watcher_is_one')],
                },
            ),
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
            migrations.CreateModel(
                name='RoutingRule',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('place', models.PositiveSmallIntegerField(default=0, verbose_name='orden')),
                    ('type', models.SlugField(blank=True, max_length=40, verbose_name='tipo')),
                    ('product', models.SlugField(blank=True, max_length=40, verbose_name='producto')),
                    ('department', models.CharField(blank=True, max_length=40, verbose_name='departamento')),
                    ('level', models.SlugField(blank=True, max_length=40, verbose_name='nivel')),
                    ('skill', models.SlugField(blank=True, help_text='Entre los del equipo, quien lo tiene.', max_length=40, verbose_name='conocimiento')),
                    ('shares', models.BooleanField(default=False, help_text='A quien esté en turno y tenga menos casos abiertos.', verbose_name='repartir')),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='customers.organisation', verbose_name='cliente')),
                    ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='persona')),
                    ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team', verbose_name='equipo')),
                    ('on', models.CharField(choices=[('arrival', 'Al llegar, o al clasificarse sin que nadie lo tenga'), ('raised', 'Al subir de nivel'), ('breached', 'Al vencerse un plazo')], default='arrival', max_length=10, verbose_name='cuándo')),
                    ('reached', models.SlugField(blank=True, max_length=40, verbose_name='nivel al que subió')),
                ],
                options={
                    'verbose_name': 'regla de reparto',
                    'verbose_name_plural': 'reglas de reparto',
                    'ordering': ['place', 'pk'],
                },
            ),
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
            migrations.CreateModel(
                name='Findable',
                fields=[
                    ('ticket', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='findable', serialize=False, to='tickets.ticket')),
                    ('words', django.contrib.postgres.search.SearchVectorField(verbose_name='palabras')),
                    ('short', models.TextField(verbose_name='nombres y códigos')),
                    ('parts', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), size=None, verbose_name='partes')),
                ],
                options={
                    'verbose_name': 'lo que permite encontrar un caso',
                    'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['words'], gin_pending_list_limit=256, name='findable_words'), django.contrib.postgres.indexes.GinIndex(fields=['parts'], gin_pending_list_limit=256, name='findable_parts')],
                },
            ),
            migrations.CreateModel(
                name='SavedView',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=60, verbose_name='nombre')),
                    ('query', models.CharField(max_length=600, verbose_name='qué muestra')),
                    ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='saved_views', to=settings.AUTH_USER_MODEL)),
                    ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='saved_views', to='people.team')),
                ],
                options={
                    'verbose_name': 'vista guardada',
                    'verbose_name_plural': 'vistas guardadas',
                    'ordering': ['name', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('person', None), ('team', None), _connector='OR'), name='saved_view_of_one'), models.UniqueConstraint(fields=('name', 'person', 'team'), name='saved_view_once', nulls_distinct=False)],
                },
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
                    ('source', models.JSONField(blank=True, default=dict, help_text='Desde dónde se envió: ip, programme (INT-039).')),
                ],
                options={
                    'verbose_name': 'respuesta por salir',
                    'ordering': ['leaves_at', 'pk'],
                    'indexes': [models.Index(fields=['leaves_at'], name='held_answer_leaves')],
                },
            ),
            migrations.CreateModel(
                name='Seen',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('at', models.DateTimeField()),
                    ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ticket', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tickets.ticket')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('person', 'ticket'), name='seen_once')],
                },
            ),
        ),
        # Who is where is forgotten within a minute: it needs no write-ahead log.
        migrations.RunSQL("ALTER TABLE tickets_presence SET UNLOGGED", migrations.RunSQL.noop),
    ]
