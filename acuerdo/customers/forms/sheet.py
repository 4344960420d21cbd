"""A sheet of customers, sent as a file and then, weighed, as its text."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LARGEST = 2 * 1024 * 1024


class SheetForm(forms.Form):
    """The file, or the text of one that was weighed before."""

    sheet = forms.FileField(label=_("Archivo CSV"), required=False)
    text = forms.CharField(widget=forms.HiddenInput, required=False, strip=False, max_length=LARGEST)

    def clean(self) -> dict[str, Any]:
        """The file's text: UTF-8, or what spreadsheets of Windows write."""
        said = super().clean() or {}
        file = said.get("sheet")
        if file is not None and file.size > LARGEST:
            self.add_error("sheet", _("El archivo pasa de 2 MB."))
        elif file is not None:
            said["text"] = decoded(file.read())
        if not self.errors and not str(said.get("text", "")).strip():
            self.add_error("sheet", _("Elija un archivo que tenga algo."))
        return said


def decoded(raw: bytes) -> str:
    """Bytes as text, with one kind of line end."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
