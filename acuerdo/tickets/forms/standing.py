"""Tags of a case, and confirming a report of somebody who may not report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.tickets.actions.receive import ASKED
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.queries import tags_in_use


class TagsForm(VerbForm):
    """Free words, with those that the desk uses already."""

    name = "tags"
    label, title, button = _("Etiquetar"), _("Etiquetas del caso"), _("Guardar etiquetas")
    icon = "tag"
    tags = forms.CharField(
        label=_("Etiquetas"), help_text=_("Separadas por comas. Son de la mesa; el cliente no las ve."), required=False, max_length=1000
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tags"].initial = ", ".join(self.ticket.tags)
        self.begins_at("tags")

    @property
    def known(self) -> list[str]:
        """What may be meant: tags of other cases."""
        return [tag for tag in tags_in_use() if tag not in self.ticket.tags]

    @property
    def wanted(self) -> list[str]:
        """The tags written."""
        return str(self.cleaned_data["tags"]).split(",")


class ConfirmationForm(VerbForm):
    """That who may report stands behind the case, and how the desk knows."""

    name = "confirmation"
    label, title, button = _("Confirmar el reporte"), _("Confirmar que el caso está autorizado"), _("Confirmar")
    icon = "user-check"
    reason = forms.CharField(label=_("Cómo lo sabe"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """While the confirmation is waited for."""
        return to.ticket.is_open and to.ticket.confirmation == ASKED
