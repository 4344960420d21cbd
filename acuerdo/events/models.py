"""The log's tables. The product's role may insert into and read `event`, nothing else (`acuerdo check grants`)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """One thing that happened. Columns of INT-039; never updated, never deleted; chained by subject."""

    at = models.DateTimeField(_("cuándo"))
    recorded_at = models.DateTimeField(_("anotado"))
    actor_kind = models.CharField(max_length=10)
    actor_id = models.BigIntegerField(null=True)
    subject_kind = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()
    position = models.PositiveIntegerField(help_text=_("Lugar en la cadena de su asunto, desde 1."))
    kind = models.CharField(_("hecho"), max_length=60)
    facts = models.JSONField(default=dict)
    programme = models.CharField(_("programa"), max_length=60, blank=True)
    module = models.CharField(_("módulo"), max_length=60, blank=True)
    environment = models.CharField(_("ambiente"), max_length=20, blank=True)
    authorised_by = models.CharField(_("autorizado por"), max_length=120, blank=True)
    confirmed = models.BooleanField(_("confirmado"), default=False)
    extra_1 = models.CharField(max_length=200, blank=True)
    extra_2 = models.CharField(max_length=200, blank=True)
    extra_3 = models.CharField(max_length=200, blank=True)
    extra_4 = models.CharField(max_length=200, blank=True)
    extra_5 = models.CharField(max_length=200, blank=True)
    detail_hash = models.CharField(max_length=64, blank=True)
    previous_hash = models.CharField(max_length=64, blank=True)
    form = models.PositiveSmallIntegerField(db_default=1, help_text=_("Qué cubre la huella: desde 2, también cuándo se anotó."))
    hash = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(name="event_place_in_chain", fields=["subject_kind", "subject_id", "position"])]
        indexes: ClassVar = [
            models.Index(name="event_recorded", fields=["recorded_at"]),
            models.Index(name="event_newest", fields=["-at", "-id"]),  # the audit page's order
        ]

    def __str__(self) -> str:
        """What happened to what."""
        return f"{self.kind} {self.subject_kind} {self.subject_id}"


class EventDetail(models.Model):
    """The personal part of an event (addresses, before and after). Erasing it leaves the chain whole: the hash is salted."""

    event = models.OneToOneField(Event, models.DO_NOTHING, related_name="detail", db_constraint=False)
    salt = models.CharField(max_length=32)
    content = models.JSONField(default=dict)

    def __str__(self) -> str:
        """Whose detail."""
        return f"detail of {self.event_id}"


class Reaction(models.Model):
    """What remains to be done because of an event; a job only wakes it. `done_at` empty: not yet."""

    event = models.ForeignKey(Event, models.DO_NOTHING, related_name="reactions", db_constraint=False)
    name = models.CharField(max_length=80)
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(name="reaction_once", fields=["event", "name"])]
        indexes: ClassVar = [
            models.Index(name="reaction_pending", fields=["created_at"], condition=models.Q(done_at=None)),
        ]

    def __str__(self) -> str:
        """Which reaction."""
        return f"{self.name} to {self.event_id}"
