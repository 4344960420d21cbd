"""The desk's jobs as the queue holds them, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob

from acuerdo.desks.queries import current_schema

#: Failed jobs shown at once.
SHOWN = 50
TASKS: Mapping[str, str | Promise] = {
    "events.react": _("Hacer lo que sigue de un hecho"),
    "notifications.deliver": _("Enviar un correo"),
    "tickets.handle_alarms": _("Atender plazos que llegan"),
    "mail.fetch": _("Traer un buzón"),
    "tickets.find_again": _("Actualizar la búsqueda"),
    "tickets.retag": _("Cambiar una etiqueta en sus casos"),
    "tickets.send_held": _("Enviar una respuesta que se pudo deshacer"),
    "publishing.replay": _("Repasar casos con otro manual"),
    "audit.night": _("Sellar y revisar la mesa"),
    "audit.run_check": _("Hacer una revisión"),
}


@dataclass(frozen=True)
class Job:
    """One job. `about` is what it was given."""

    pk: int
    words: str
    about: str
    attempts: int
    failed_at: datetime | None


@dataclass(frozen=True)
class Queue:
    """How many jobs of a kind wait, run, have failed; `oldest` says since when the next one should have run."""

    words: str
    waiting: int
    running: int
    failed: int


def words_of(task: str) -> str:
    """What a task does."""
    return str(TASKS.get(task, task))


def queues() -> list[Queue]:
    """The desk's jobs by what they do; those done are gone."""
    counted = (
        ProcrastinateJob.objects.filter(args__desk=current_schema())
        .values("task_name")
        .annotate(
            waiting=Count("id", filter=Q(status="todo")),
            running=Count("id", filter=Q(status="doing")),
            bad=Count("id", filter=Q(status="failed")),
        )
        .order_by("task_name")
    )
    return [Queue(words_of(each["task_name"]), each["waiting"], each["running"], each["bad"]) for each in counted]


def failed() -> list[Job]:
    """The desk's failed jobs, newest first."""
    rows = ProcrastinateJob.objects.filter(args__desk=current_schema(), status="failed").annotate(last=Max("procrastinateevent__at"))
    return [
        Job(row.pk, words_of(row.task_name), ", ".join(f"{k}: {v}" for k, v in row.args.items() if k != "desk"), row.attempts, row.last)
        for row in rows.order_by("-pk")[:SHOWN]
    ]
