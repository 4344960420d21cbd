"""Something more to say in a case."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.portal.forms.begun import Begun
from acuerdo.portal.forms.written import LONGEST_TEXT

#: A message of nothing but files says so.
ONLY_FILES = _("(Solo archivos)")


class MessageForm(Begun):
    """A text, files, or both."""

    text = forms.CharField(label=_("Escribir en este caso"), max_length=LONGEST_TEXT, required=False, widget=forms.Textarea)

    def clean(self) -> dict[str, Any]:
        """Words or files: one of them is enough."""
        said = super().clean() or {}
        if not said.get("text") and not self.has_files and "files" not in self.errors:
            self.add_error("text", _("Escriba su mensaje, o adjunte un archivo."))
        said["text"] = said.get("text") or str(ONLY_FILES)
        return said
