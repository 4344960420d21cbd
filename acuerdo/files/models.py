"""A stored file. Its content lies in the desk's own folder under its hash, so the same content is kept once."""

from typing import ClassVar

from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _

#: What a browser may show by itself from our origin; everything else is only ever downloaded.
SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


class StoredFile(models.Model):
    """One attachment of one message."""

    name = models.CharField(_("nombre"), max_length=255)
    content_type = models.CharField(max_length=127)
    size = models.PositiveBigIntegerField(_("bytes"))
    sha256 = models.CharField(max_length=64, db_index=True)
    content_id = models.CharField(max_length=255, blank=True, help_text=_("Content-ID de una imagen dentro del texto."))
    #: When it came; empty for those of before this was kept, which are never swept.
    stored_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("archivo")
        indexes: ClassVar = [models.Index(name="file_stored_at", fields=["stored_at"], condition=models.Q(stored_at__isnull=False))]

    def __str__(self) -> str:
        """Its name."""
        return self.name

    @property
    def path(self) -> str:
        """Where its content lies in the desk's storage."""
        return f"{self.sha256[:2]}/{self.sha256}"

    @property
    def may_be_shown(self) -> bool:
        """Whether it is an image that a page may show."""
        return self.content_type in SHOWN

    def read(self) -> bytes:
        """Its content."""
        with default_storage.open(self.path) as content:
            return bytes(content.read())
