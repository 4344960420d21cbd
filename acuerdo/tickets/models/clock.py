"""A case's clocks as last folded."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.tickets.models.ticket import Ticket

#: How much of its target a clock used, once it stopped: 1 is all of it. Nothing for a date.
#: Nothing while it runs either: it would move with every fold. Both are amounts of one unit, as the clocks write them: «7/2» and
#: «< 4 business hours». What is written otherwise is no share, and no error.
SHARE = models.Func(
    template=(
        "CASE WHEN stopped_at IS NOT NULL AND elapsed ~ '^[0-9]+(/[1-9][0-9]*)?$' AND target ~ '^(< )?[0-9]+([.][0-9]+)? ' THEN"
        " split_part(elapsed, '/', 1)::float8 / coalesce(nullif(split_part(elapsed, '/', 2), '')::float8, 1)"
        " / nullif(split_part(ltrim(target, '< '), ' ', 1)::float8, 0) END"
    ),
    output_field=models.FloatField(),
)


class Clock(models.Model):
    """One cycle of one clock as last folded: a cache that queues sort by and `acuerdo check clocks` compares (clocks.md 9)."""

    # Their own indexes would be filled with every fold and asked by nobody: clock_once serves a case's clocks.
    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="clocks", db_index=False)
    clock = models.SlugField(max_length=40, db_index=False)
    cycle = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)
    state = models.CharField(max_length=10)
    target = models.CharField(max_length=60)
    calendar = models.CharField(max_length=60)
    printed = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=60, blank=True)
    is_estimated = models.BooleanField(default=False)
    started_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    elapsed = models.CharField(max_length=60, help_text=_("Fracción exacta, en la unidad de la meta."))
    remaining = models.CharField(max_length=60, blank=True)
    remaining_seconds = models.BigIntegerField(null=True, help_text=_("Lo que queda en segundos de su propio horario."))
    # Kept, because a report of a period would read it out of two texts for each of its promises, which was half of what it cost.
    share = models.GeneratedField(expression=SHARE, output_field=models.FloatField(null=True), db_persist=True)
    alarm_at = models.DateTimeField(null=True)
    told = models.JSONField(default=list, help_text=_("Partes de la meta ya avisadas."))

    class Meta:
        verbose_name = _("reloj")
        constraints: ClassVar = [models.UniqueConstraint(name="clock_once", fields=["ticket", "clock", "cycle"])]
        indexes: ClassVar = [
            models.Index(name="clock_alarm", fields=["alarm_at"], condition=models.Q(alarm_at__isnull=False)),
            # Compliance reads the promises that stopped in a period, and nothing of the years before it; all that it counts stands here.
            models.Index(
                name="clock_kept",
                fields=["stopped_at", "id"],
                include=["ticket", "clock", "is_estimated", "state", "label", "share"],
                condition=models.Q(kind="promise", stopped_at__isnull=False),
            ),
            # Those that were broken are few, and what people look for behind a figure.
            models.Index(
                name="clock_broken",
                fields=["stopped_at", "id"],
                condition=models.Q(kind="promise", state="breached", stopped_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """Which clock of which case."""
        return f"{self.clock}/{self.cycle} of {self.ticket_id}"

    @property
    def is_promise(self) -> bool:
        """The provider's, not the customer's window."""
        return self.kind == "promise"

    @property
    def is_live(self) -> bool:
        """Still running or paused."""
        return is_live(self.state, self.stopped_at)


def is_live(state: str, stopped_at: datetime | None) -> bool:
    """Whether a clock of this state, stopped or not, still runs or is paused."""
    return stopped_at is None and state not in {"cancelled", "elapsed", "answered"}
