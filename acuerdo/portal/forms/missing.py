"""Completing what the desk gave a case back for."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Need
from acuerdo.portal.forms.begun import Begun
from acuerdo.portal.forms.points import Asked, answers_in, area, fields_of, for_files, partly, points_in
from acuerdo.portal.forms.written import LONGEST_TEXT


class MissingForm(Begun):
    """A field for each point that is missing, a text and files."""

    text = forms.CharField(label=_("Algo más"), max_length=LONGEST_TEXT, required=False, widget=area(3))

    def __init__(self, *args: Any, needs: tuple[Need, ...], reach: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs = needs
        for need in needs:
            self.fields.update(fields_of(need, reach))

    @property
    def points(self) -> Iterator[Asked]:
        """The points that have fields of their own."""
        return points_in(self, self.needs)

    @property
    def wants_files(self) -> Need | None:
        """The point that files answer."""
        return for_files(self.needs)

    @property
    def answers(self) -> dict[str, Any]:
        """The points answered now; files answer theirs."""
        files = {need.id: str(_("Archivos adjuntos")) for need in self.needs if need.ask.kind == "files" and self.has_files}
        return {**answers_in(self.needs, self.cleaned_data), **files}

    @property
    def rest(self) -> Mapping[str, str]:
        """Points said in part."""
        return partly(self.needs, self.cleaned_data)

    def clean(self) -> dict[str, Any]:
        """Something of it is enough: the desk says what is still missing."""
        said = super().clean() or {}
        boxes = any(said.get(name) for name in self.fields if name.startswith("p-"))
        if not (boxes or said.get("text") or self.has_files) and "files" not in self.errors:
            self.add_error("text", _("Complete alguno de los puntos, o cuéntenos por qué no puede."))
        return said
