"""The minimum information of a case: checking it, and giving the case back for what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import MISSING, PRESENT, WAIVED, needs_of
from acuerdo.core.agreements.asking import UNASKED
from acuerdo.core.tickets import Status, can_move
from acuerdo.people.middleware import language_follows
from acuerdo.tickets import wording
from acuerdo.tickets.actions.return_to_customer import heard_since, returnable
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.queries import information_of, older_version

STATES = ((PRESENT, _("Está")), (MISSING, _("Falta")), (WAIVED, _("No se exige")))


@dataclass(frozen=True, slots=True)
class Checking:
    """One point: where it stands, a box for what was said, and the customer's line that seems to answer it (None where none does).

    `older`: what the customer has instead of the latest version.
    """

    label: str
    state: forms.BoundField
    said: forms.BoundField | None
    heard: str | None
    older: str = ""


class InformationForm(VerbForm):
    """The points that the manual demands of this case, each there, missing or waived."""

    name = "information"
    label, title, button = _("Revisar información"), _("Información que pide el manual"), _("Guardar revisión")
    icon = "list-check"
    reason = forms.CharField(label=_("Por qué no se exige"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.points = information_of(self.ticket, self.agreement)
        self.heard = heard_since(self.ticket, self.points)
        self.older = older_version(self.ticket, self.agreement)
        for point in self.points:
            self.fields[f"state-{point.need.id}"] = forms.ChoiceField(choices=STATES, initial=point.state, required=False)
            if point.need.ask.kind in {"line", "text", UNASKED}:
                said = point.said if isinstance(point.said, str) else ""
                self.fields[f"said-{point.need.id}"] = forms.CharField(required=False, max_length=2000, initial=said)

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Where the manual demands something of such a case."""
        kind = to.agreement.types.get(str(to.ticket.facts.get("type", "")))
        return to.ticket.is_open and bool(needs_of(kind, to.ticket.facts))

    @property
    def checking(self) -> Iterator[Checking]:
        """Each point with its boxes."""
        for point in self.points:
            said = f"said-{point.need.id}"
            box = self[said] if said in self.fields else None
            older = wording.older(self.older[point.need.id]) if point.need.id in self.older else ""
            yield Checking(point.need.label, self[f"state-{point.need.id}"], box, self.heard.get(point.need.id), older)

    @property
    def states(self) -> dict[str, str]:
        """Where each point stands now; points that the form did not bring stay as they are, as do those nobody touched."""
        shown = {point.need.id: point.state for point in self.points}
        said = {name.removeprefix("state-"): value for name, value in self.cleaned_data.items() if name.startswith("state-") and value}
        return {name: value for name, value in said.items() if value != shown[name] or self.said.get(name)}

    @property
    def said(self) -> dict[str, str]:
        """What was written beside a point, where it is new."""
        shown = {point.need.id: point.said for point in self.points}
        boxes = {name.removeprefix("said-"): value for name, value in self.cleaned_data.items() if name.startswith("said-")}
        return {name: value for name, value in boxes.items() if value and value != shown.get(name)}


class ReturnForm(VerbForm):
    """What is missing, and a sentence to the customer."""

    name = "return"
    label, title, button = _("Devolver al cliente"), _("Devolver por información que falta"), _("Devolver y avisar")
    icon = "arrow-back-up"
    points = forms.MultipleChoiceField(label=_("Qué falta"), choices=(), required=False, widget=forms.CheckboxSelectMultiple)
    text = forms.CharField(label=_("Qué debe saber el cliente"), widget=forms.Textarea(attrs={"rows": 4}), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = returnable(self.ticket, self.agreement)
        self.offer("points", list(labels.items()))
        missing = [point.need.id for point in information_of(self.ticket, self.agreement) if point.state == MISSING]
        self.older = older_version(self.ticket, self.agreement)
        lacking = {*(name for name in missing if not self._optional(name)), *self.older}
        self.fields["points"].initial = [name for name in labels if name in lacking]
        contact = self.ticket.contact
        with translation.override(language_follows(contact.person) if contact.person else "es"):
            self.fields["text"].initial = "\n".join(wording.older_for_customer(found) for found in self.older.values())

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Where the manual demands something, and the case may wait for its customer."""
        may = to.ticket.is_open and (to.ticket.state is Status.WAITING_CUSTOMER or can_move(to.ticket.state, to=Status.WAITING_CUSTOMER))
        return may and bool(returnable(to.ticket, to.agreement))

    @property
    def chosen(self) -> list[str]:
        """The points ticked so far."""
        return list(self["points"].value() or ())

    def _optional(self, name: str) -> bool:
        kind = self.agreement.types[str(self.ticket.facts["type"])]
        return name in kind.asks and kind.asks[name].optional
