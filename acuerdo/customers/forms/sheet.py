"""A sheet of customers, sent as a file and then, weighed, as its text."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LARGEST = 2 * 1024 * 1024
#: How workbooks begin: a zip archive, or the older compound file.
WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class SheetForm(forms.Form):
    """The file, or the text of one that was weighed before."""

    sheet = forms.FileField(
        label=_("Archivo CSV"),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv"}),
        error_messages={"required": _("Elija un archivo que tenga algo."), "empty": _("Elija un archivo que tenga algo.")},
    )
    text = forms.CharField(widget=forms.HiddenInput, required=False, strip=False, max_length=LARGEST)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What was weighed before comes as its text.
        self.fields["sheet"].required = "text" not in self.data

    def clean(self) -> dict[str, Any]:
        """The file's text: UTF-8, or what spreadsheets of Windows write."""
        said = super().clean() or {}
        file = said.get("sheet")
        if file is not None and file.size > LARGEST:
            self.add_error("sheet", _("El archivo pasa de 2 MB."))
        elif file is not None:
            self._read(said, file.read())
        if not self.errors and not str(said.get("text", "")).strip():
            self.add_error("sheet", _("Elija un archivo que tenga algo."))
        return said

    def _read(self, said: dict[str, Any], raw: bytes) -> None:
        """A workbook is no sheet, however it is named: who sends one is told what to do."""
        if raw.startswith(WORKBOOK):
            self.add_error("sheet", _("Es un libro de Excel o de LibreOffice, no un CSV: ábralo, elija «Guardar como» y después CSV."))
        else:
            said["text"] = decoded(raw)


def decoded(raw: bytes) -> str:
    """Bytes as text, with one kind of line end: UTF-8, Excel's «texto Unicode» (UTF-16 with its mark), else as Windows writes."""
    try:
        text = raw.decode("utf-16" if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
