"""What a customer fills in. Each form that writes carries a key, so that a second click of it does nothing."""

import secrets
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Agreement
from acuerdo.files.actions.store import store_sent
from acuerdo.files.forms import FilesField
from acuerdo.files.models import StoredFile

LARGEST_FILE = 25 * 1024 * 1024
MOST_FILES = 10
LONGEST_TEXT = 50_000
#: A message of nothing but files says so.
ONLY_FILES = _("(Solo archivos)")


def new_key() -> str:
    """A key for one filling-in of a form."""
    return secrets.token_urlsafe(12)


class Written(forms.Form):
    """A text with files, sent once."""

    once = forms.CharField(widget=forms.HiddenInput, initial=new_key, validators=[RegexValidator(r"^[\w-]{8,40}$")])
    files = FilesField(label=_("Archivos"), required=False)  # type: ignore[assignment]  # the field, not the files sent

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def clean_files(self) -> list[Any]:
        """Refuse what is too large or too many, with what to do instead."""
        files = list(self.cleaned_data["files"])
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("Son más de 10 archivos. Envíelos en varios mensajes."))
        large = [file.name or "" for file in files if (file.size or 0) > LARGEST_FILE]
        if large:
            words = _("Pasan de 25 MB: %(names)s. Envíelos comprimidos o en partes.")
            raise forms.ValidationError(words, params={"names": ", ".join(large)})
        return files

    def stored(self) -> list[StoredFile]:
        """Keep the files; called once, by whoever writes."""
        return store_sent(self.cleaned_data["files"])


class MessageForm(Written):
    """Something more to say in a case."""

    text = forms.CharField(label=_("Escribir en este caso"), max_length=LONGEST_TEXT, required=False, widget=forms.Textarea)

    def clean(self) -> dict[str, Any]:
        """Words or files: one of them is enough."""
        said = super().clean() or {}
        if not said.get("text") and not said.get("files") and "files" not in self.errors:
            self.add_error("text", _("Escriba su mensaje, o adjunte un archivo."))
        said["text"] = said.get("text") or str(ONLY_FILES)
        return said


class ReportForm(Written):
    """A new case."""

    subject = forms.CharField(
        label=_("En una frase, ¿qué pasa?"),
        help_text=_("Como se lo diría a un compañero."),
        max_length=300,
        error_messages={"required": _("Escriba en una frase qué pasa. Por ejemplo, «El reporte de productividad no abre».")},
    )
    product = forms.ChoiceField(label=_("¿Con qué producto?"), required=False, choices=())
    text = forms.CharField(
        label=_("Cuéntenos qué pasó"),
        help_text=_("Qué hizo usted, paso a paso, qué vio en la pantalla y qué esperaba ver."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea,
        error_messages={"required": _("Cuéntenos qué pasó. Por ejemplo, «Entro a Reportes y la pantalla queda en blanco».")},
    )

    field_order = ("subject", "product", "text", "files", "once")

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        """With the manual's products; a desk with one product does not ask."""
        super().__init__(*args, **kwargs)
        products = [(product.id, product.label) for product in agreement.products.values()]
        self.fields["product"].choices = [("", _("No sé, o es otro")), *products]  # type: ignore[attr-defined]
        if len(products) < 2:  # noqa: PLR2004  nothing to choose
            del self.fields["product"]
        for name, keep in (("subject", "report-subject"), ("text", "report-text")):
            self.fields[name].widget.attrs.update({"class": "form-control", "data-keep": keep})
        if "product" in self.fields:
            self.fields["product"].widget.attrs["class"] = "form-select"

    @property
    def proposed(self) -> dict[str, str]:
        """The customer's own classification."""
        product = self.cleaned_data.get("product", "")
        return {"product": product} if product else {}


class DecisionForm(forms.Form):
    """Whether the solution serves; saying no needs what was found, saying yes may bring a face of the survey."""

    solution = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        choices=(("si", _("Sí, me sirve")), ("no", _("No me sirve"))),
        error_messages={"required": _("Elija una de las dos respuestas."), "invalid_choice": _("Elija una de las dos respuestas.")},
    )
    reason = forms.CharField(label=_("¿Qué encontró al probar?"), max_length=LONGEST_TEXT, required=False, widget=forms.Textarea)
    face = forms.CharField(max_length=40, required=False)

    def clean(self) -> dict[str, Any]:
        """A no needs its reason: with it work begins again."""
        said = super().clean() or {}
        if said.get("answer") == "no" and not said.get("reason"):
            self.add_error("reason", _("Cuéntenos qué encontró al probar: con eso retomamos el caso."))
        return said
