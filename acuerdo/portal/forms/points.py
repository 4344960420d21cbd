"""The manual's points as fields of a form: each asked in the customer's words, by the way it is answered."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Need
from acuerdo.core.agreements.asking import UNASKED

YES, NOT_YET = "si", "no"
#: What other fields of the form answer: the text itself, the files, the product.
ELSEWHERE = frozenset({"description", "files", "product", UNASKED})


@dataclass(frozen=True, slots=True)
class Asked:
    """A point as it stands in the form: one field, or one for each part."""

    need: Need
    boxes: tuple[forms.BoundField, ...]

    @property
    def kind(self) -> str:
        """How it is answered."""
        return self.need.ask.kind

    @property
    def errors(self) -> list[str]:
        """What is wrong with it, once."""
        return list(dict.fromkeys(str(error) for box in self.boxes for error in box.errors))


def fields_of(need: Need, contact_said: str = "") -> Iterator[tuple[str, forms.Field]]:
    """The fields of a point; none for what others answer."""
    name, ask = f"p-{need.id}", need.ask
    if ask.kind in ELSEWHERE:
        return
    if ask.kind == "parts":
        for part, label in ask.parts.items():
            yield f"{name}-{part}", forms.CharField(label=label, required=False, max_length=5000, widget=area(3))
    elif ask.kind == "confirm":
        choices = ((YES, _("Sí")), (NOT_YET, _("Todavía no")))
        yield name, forms.ChoiceField(label=need.question, help_text=ask.hint, choices=choices, required=False)
    elif ask.kind == "contact":
        yield (
            name,
            forms.CharField(label=need.question, help_text=ask.hint, required=False, max_length=200, initial=contact_said, widget=line()),
        )
    else:
        box = area(4) if ask.kind == "text" else line()
        yield name, forms.CharField(label=need.question, help_text=ask.hint, required=False, max_length=5000, widget=box)


def points_in(form: forms.Form, needs: Iterable[Need]) -> Iterator[Asked]:
    """The points that have fields of their own in a form."""
    for need in needs:
        boxes = tuple(form[name] for name in form.fields if name == f"p-{need.id}" or name.startswith(f"p-{need.id}-"))
        if boxes:
            yield Asked(need, boxes)


def for_files(needs: Iterable[Need]) -> Need | None:
    """The point that files answer."""
    return next((need for need in needs if need.ask.kind == "files"), None)


def line() -> forms.TextInput:
    """A box of one line."""
    return forms.TextInput(attrs={"class": "form-control"})


def area(rows: int) -> forms.Textarea:
    """A box of several."""
    return forms.Textarea(attrs={"class": "form-control form-control--low", "rows": rows})


def answers_in(needs: Iterable[Need], said: Mapping[str, Any]) -> dict[str, Any]:
    """What was answered, by point; what has no answer is left out."""
    found: dict[str, Any] = {}
    for need in needs:
        name = f"p-{need.id}"
        if need.ask.kind == "parts":
            parts = {part: said.get(f"{name}-{part}", "") for part in need.ask.parts}
            found[need.id] = parts if all(parts.values()) else {}
        elif need.ask.kind == "confirm":
            found[need.id] = str(_("Sí")) if said.get(name) == YES else ""
        elif need.ask.kind not in ELSEWHERE:
            found[need.id] = said.get(name, "")
    return {point: answer for point, answer in found.items() if answer}


def partly(needs: Iterable[Need], said: Mapping[str, Any]) -> dict[str, str]:
    """Points of several parts of which some were said: what was said is kept in words, though the point still misses something."""
    found = {}
    for need in (need for need in needs if need.ask.kind == "parts"):
        parts = {label: said.get(f"p-{need.id}-{part}", "") for part, label in need.ask.parts.items()}
        if any(parts.values()) and not all(parts.values()):
            found[need.question] = "\n".join(f"{label}: {text}" for label, text in parts.items() if text)
    return found


def unanswered(needs: Iterable[Need], answers: Mapping[str, Any], elsewhere: Collection[str]) -> list[Need]:
    """The points that have no answer and are not optional; `elsewhere`: the kinds that other fields of the form answered."""
    others = {"description", UNASKED, *elsewhere}
    return [need for need in needs if not need.ask.optional and need.id not in answers and need.ask.kind not in others]
