"""A field for several files. Django's own takes one."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

#: A file is at most so large, bytes; what a mail server still takes once it is encoded.
LARGEST_FILE = 25 * 1024 * 1024
#: A message carries at most so many.
MOST_FILES = 10
#: What a computer runs at a double click. Mail servers refuse it too, so it would not reach its reader.
RUNS = frozenset(
    "apk app bat cmd com cpl dll dmg exe gadget hta inf ins isp jar jse lnk msc msi msp mst pif ps1 reg scf scr sct sh vb vbe vbs ws wsf".split()  # noqa: E501, SIM905  a list of words
)


def refuse(name: str, size: int) -> None:
    """Refuse a file that is too large or that runs, with what to do instead; raises ValidationError."""
    if size > LARGEST_FILE:
        raise ValidationError(_("Pasan de 25 MB: %(names)s. Envíelos comprimidos o en partes."), params={"names": name})
    if PurePath(name.strip(" .")).suffix.lower().removeprefix(".") in RUNS:
        words = _("«%(name)s» es un programa y los correos no lo dejan pasar. Envíelo dentro de un .zip.")
        raise ValidationError(words, params={"name": name})


class ManyFiles(forms.ClearableFileInput):
    """A box from which several files can be picked."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files as a list."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None, *, had: int = 0) -> list[Any]:
        """Each of them as Django cleans one, and within the limits with the `had` of before; an empty file is a refusal."""
        files: list[UploadedFile[Any]] = [super(FilesField, self).clean(each, initial) for each in data or ()]
        if len(files) + had > MOST_FILES:
            raise ValidationError(_("Son más de 10 archivos. Envíelos en varios mensajes."))
        for file in files:
            refuse(file.name or "", file.size or 0)
        return files
