"""What a customer fills in. Each form that writes carries a key, so that a second click of it does nothing."""

import secrets
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from acuerdo.files.actions.store import store_sent
from acuerdo.files.forms import FilesField
from acuerdo.files.models import StoredFile

LONGEST_TEXT = 50_000


def new_key() -> str:
    """A key for one filling-in of a form."""
    return secrets.token_urlsafe(12)


class Written(forms.Form):
    """A text with files, sent once."""

    once = forms.CharField(widget=forms.HiddenInput, initial=new_key, validators=[RegexValidator(r"^[\w-]{8,40}$")])
    files = FilesField(label=_("Archivos"), required=False)  # type: ignore[assignment]  # the field, not the files sent

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def stored(self) -> list[StoredFile]:
        """Keep the files; called once, by whoever writes."""
        return store_sent(self.cleaned_data.get("files") or [])
