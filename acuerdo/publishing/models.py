"""What comes before a version and after it: its draft, what it would have changed, who was told of it and who accepted it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from acuerdo.agreements.models import ManualVersion
from acuerdo.customers.models import Contact
from acuerdo.people.models import Person


class ManualDraft(models.Model):
    """The next version while it is written. A desk has one at a time: `is_open` is True for it and empty once it is over."""

    is_open = models.BooleanField(null=True, default=True, unique=True)
    based_on = models.ForeignKey(ManualVersion, models.PROTECT, related_name="+")
    text = models.TextField(_("texto"))
    revision = models.PositiveIntegerField(_("revisión"), default=1)
    note = models.TextField(_("qué cambia"), blank=True)
    edited_at = models.DateTimeField(_("editado"))
    edited_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    published = models.OneToOneField(ManualVersion, models.PROTECT, null=True, related_name="draft")

    class Meta:
        verbose_name = _("borrador del manual")

    def __str__(self) -> str:
        """Which revision of what."""
        return f"draft {self.pk}, revision {self.revision}"


class DraftRevision(models.Model):
    """A text that a draft has had, or, without a number, one that came too late and was put aside: nothing that was written is lost."""

    draft = models.ForeignKey(ManualDraft, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("revisión"), null=True)
    text = models.TextField(_("texto"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("cuándo"))

    class Meta:
        verbose_name = _("revisión de un borrador")
        ordering: ClassVar = ["-at", "-pk"]
        constraints: ClassVar = [models.UniqueConstraint(name="draft_revision_once", fields=["draft", "number"])]

    def __str__(self) -> str:
        """Which of which."""
        return f"revision {self.number} of draft {self.draft_id}"


class Replay(models.Model):
    """The cases of some days folded again under one revision of a draft, some at a time; `last` is the last one that was done."""

    draft = models.ForeignKey(ManualDraft, models.CASCADE, related_name="replays")
    revision = models.PositiveIntegerField()
    text = models.TextField(help_text=_("El texto con el que se calcula: el borrador puede cambiar mientras tanto."))
    since = models.DateTimeField(_("desde"))
    until = models.DateTimeField(_("hasta"))
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    last = models.BigIntegerField(default=0)
    measured = models.JSONField(default=dict, help_text=_("Reloj → plan → promesas comparadas."))
    finished_at = models.DateTimeField(null=True)
    started_by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("repaso de casos")
        constraints: ClassVar = [models.UniqueConstraint(name="replay_once", fields=["draft", "revision", "until"])]

    def __str__(self) -> str:
        """Of what, and how far."""
        return f"replay of draft {self.draft_id} at revision {self.revision}: {self.done} of {self.total}"


class ReplayedCase(models.Model):
    """A promise that was broken, or would have been; or a case that the draft cannot judge, and why (`problem`, with no clock)."""

    replay = models.ForeignKey(Replay, models.CASCADE, related_name="cases")
    ticket = models.BigIntegerField()
    number = models.PositiveIntegerField()
    subject = models.CharField(max_length=300)
    plan = models.CharField(max_length=60, blank=True)
    clock = models.CharField(max_length=60, blank=True)
    cycle = models.PositiveSmallIntegerField(default=1)
    was_late = models.BooleanField(default=False)
    would_be_late = models.BooleanField(default=False)
    was_due = models.DateTimeField(null=True)
    would_be_due = models.DateTimeField(null=True)
    problem = models.CharField(max_length=40, blank=True)
    facts = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("caso repasado")
        indexes: ClassVar = [models.Index(name="replayed_case_of", fields=["replay", "clock", "plan"])]

    def __str__(self) -> str:
        """Which clock of which case."""
        return f"#{self.number} {self.clock}"


class Announcement(models.Model):
    """A contact was told of a version."""

    version = models.ForeignKey(ManualVersion, models.PROTECT, related_name="announcements")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("cuándo"))

    class Meta:
        verbose_name = _("aviso de una versión")
        constraints: ClassVar = [models.UniqueConstraint(name="announcement_once", fields=["version", "contact"])]

    def __str__(self) -> str:
        """Who, of what."""
        return f"{self.contact_id} of {self.version_id}"


class Acknowledgement(models.Model):
    """A contact accepted a version: when, from where, and by which way."""

    class Way(models.TextChoices):
        """How they did."""

        PAGE = "page", _("En la página, con su sesión")
        LINK = "link", _("Con el enlace de su correo")

    version = models.ForeignKey(ManualVersion, models.PROTECT, related_name="acknowledgements")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("cuándo"))
    ip = models.GenericIPAddressField(_("dirección"), null=True)
    way = models.CharField(_("cómo"), max_length=4, choices=Way.choices)

    class Meta:
        verbose_name = _("aceptación de una versión")
        constraints: ClassVar = [models.UniqueConstraint(name="acknowledgement_once", fields=["version", "contact"])]

    def __str__(self) -> str:
        """Who, of what."""
        return f"{self.contact_id} of {self.version_id}"
