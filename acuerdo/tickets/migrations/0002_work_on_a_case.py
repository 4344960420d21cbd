"""Make approvals, tasks and checklists; give a case its stage, whom it waits for and when it is planned.

Step:  tables and fields, once a desk.
Locks: new tables are waited for by nobody; the fields lock cases for a moment (constant defaults are not written to
       rows); the index of planned cases keeps writers of cases waiting for one reading of the table, seconds.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0001_initial"),
        ("customers", "0001_initial"),
        ("tickets", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("committee", "Comité"), ("customer", "Propuesta al cliente"), ("quote", "Cotización al cliente")],
                        max_length=10,
                    ),
                ),
                ("of", models.CharField(max_length=160, verbose_name="a quién se pidió")),
                ("text", models.TextField(verbose_name="qué se pidió aprobar")),
                (
                    "amount",
                    models.CharField(
                        blank=True, help_text="Como lo lee el cliente: $ 1.200.000 más IVA.", max_length=60, verbose_name="valor"
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("approved", "Aprobada"), ("rejected", "No aprobada"), ("withdrawn", "Retirada"), ("waived", "No hace falta")],
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                ("reason", models.TextField(blank=True, verbose_name="motivo")),
                ("minutes", models.CharField(blank=True, max_length=120, verbose_name="acta")),
            ],
            options={
                "verbose_name": "aprobación",
                "verbose_name_plural": "aprobaciones",
                "ordering": ["asked_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Check",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("owner", models.CharField(max_length=120)),
                ("side", models.CharField(max_length=10)),
                ("when", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        blank=True, choices=[("", "Pendiente"), ("done", "Verificado"), ("skipped", "No aplica")], max_length=10
                    ),
                ),
                ("done_at", models.DateTimeField(null=True)),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="qué encontró")),
            ],
            options={
                "verbose_name": "verificación",
                "verbose_name_plural": "verificaciones",
                "ordering": ["checklist", "place"],
            },
        ),
        migrations.CreateModel(
            name="Checklist",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("incident", models.SlugField(max_length=80)),
                ("label", models.CharField(max_length=200)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("begun_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "lista de verificación",
                "ordering": ["begun_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=300, verbose_name="qué hay que hacer")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="para cuándo")),
                ("created_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "tarea",
                "ordering": ["created_at", "pk"],
            },
        ),
        migrations.AddField(
            model_name="ticket",
            name="scheduled_for",
            field=models.DateTimeField(blank=True, null=True, verbose_name="planeado para"),
        ),
        migrations.AddField(
            model_name="ticket",
            name="stage",
            field=models.SlugField(blank=True, max_length=40, verbose_name="etapa"),
        ),
        migrations.AddField(
            model_name="ticket",
            name="waits",
            field=models.JSONField(blank=True, default=dict, verbose_name="a quién espera"),
        ),
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(condition=models.Q(("status", "scheduled")), fields=["scheduled_for"], name="ticket_scheduled"),
        ),
        migrations.AddField(
            model_name="approval",
            name="asked_by",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="approval",
            name="decided_by",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="approval",
            name="decided_for",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="customers.contact"),
        ),
        migrations.AddField(
            model_name="approval",
            name="ticket",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="approvals", to="tickets.ticket"),
        ),
        migrations.AddField(
            model_name="check",
            name="contact",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="customers.contact"),
        ),
        migrations.AddField(
            model_name="check",
            name="person",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="checklist",
            name="begun_by",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="checklist",
            name="ticket",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="checklists", to="tickets.ticket"),
        ),
        migrations.AddField(
            model_name="check",
            name="checklist",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="checks", to="tickets.checklist"),
        ),
        migrations.AddField(
            model_name="task",
            name="assignee",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="created_by",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="task",
            name="done_by",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="task",
            name="ticket",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="tickets.ticket"),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.UniqueConstraint(
                condition=models.Q(("decided_at", None)), fields=("ticket", "kind"), name="approval_pending_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decision", "")),
                    models.Q(models.Q(("decision", ""), _negated=True), ("decided_at__isnull", False)),
                    _connector="OR",
                ),
                name="approval_decided_at_is_set_with_decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="checklist",
            constraint=models.UniqueConstraint(fields=("ticket", "incident"), name="checklist_once"),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.UniqueConstraint(fields=("checklist", "place"), name="check_place_once"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(condition=models.Q(("done_at", None)), fields=["assignee", "due_at"], name="task_open_of"),
        ),
    ]
