"""What makes one case of two, two of one, or says how they belong together."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.tickets.forms.case import CaseForm
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.models import INVERSE, Link, Message, Ticket

#: So many of the customer's other cases are offered by name.
OFFERED = 60
#: What fits a case's number.
DIGITS = 9
#: What is shown of a message when one chooses, characters.
SHOWN = 140
CHILD, PARENT = "child", "parent"


class NumberOrNear(forms.TextInput):
    """A number that is typed, or else that of the one picked among the customer's other cases."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """What was typed goes before what was picked."""
        return super().value_from_datadict(data, files, name) or data.get("near")


class OtherCase(CaseForm):
    """A form that names another case of the desk by its number."""

    other = forms.CharField(label=_("Número del otro caso"), max_length=12, widget=NumberOrNear)

    def clean_other(self) -> Ticket:
        """The case of that number."""
        number = str(self.cleaned_data["other"]).strip().removeprefix("#")
        found = Ticket.objects.filter(number=int(number)).first() if number.isdecimal() and len(number) <= DIGITS else None
        if found is None:
            raise forms.ValidationError(_("No hay un caso con ese número."))
        return found

    @property
    def near(self) -> list[Ticket]:
        """The same customer's other cases, the newest first: most often it is one of them."""
        of_customer = (
            {"organisation_id": self.ticket.organisation_id} if self.ticket.organisation_id else {"contact_id": self.ticket.contact_id}
        )
        others = Ticket.objects.filter(**of_customer).exclude(pk=self.ticket.pk).exclude(status__in=["closed", "cancelled"])
        return list(others.order_by("-number").only("number", "subject")[:OFFERED])


class MergeForm(OtherCase, VerbForm):
    """The case that stays."""

    name = "merge"
    label, title, button, icon = _("Unir a otro caso"), _("Unir a otro caso"), _("Unir los dos casos"), "arrows-join"
    other = forms.CharField(label=_("Caso que queda"), max_length=12, widget=NumberOrNear)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.begins_at("other")


class LinkForm(OtherCase, VerbForm):
    """How it belongs to another case."""

    name = "link"
    label, title, button, icon = _("Vincular a otro caso"), _("Vincular a otro caso"), _("Vincular"), "link"
    kind = forms.ChoiceField(label=_("Este caso"), choices=())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        both_ways = [kind for kind in Link.Kind if kind not in {Link.Kind.RELATES, Link.Kind.SPLIT}]
        self.offer(
            "kind",
            [
                (Link.Kind.RELATES.value, Link.Kind.RELATES.label),
                (CHILD, _("Es parte de (su caso padre)")),
                (PARENT, _("Es el padre de")),
                *((kind.value, kind.label) for kind in both_ways),
                *((f"-{kind.value}", INVERSE[kind]) for kind in both_ways),
            ],
        )
        self.begins_at("kind")

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:  # noqa: ARG003  the others ask the case
        """Also a case that has ended is linked."""
        return True


class SplitForm(VerbForm):
    """Which messages go, and what the new case is about."""

    name = "split"
    label, title, button, icon = _("Separar en otro caso"), _("Separar en otro caso"), _("Abrir el caso nuevo"), "arrows-split"
    messages = forms.TypedMultipleChoiceField(label=_("Mensajes que pasan al caso nuevo"), choices=(), coerce=int, required=False)
    subject = forms.CharField(label=_("Asunto del caso nuevo"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        movable = self.ticket.messages.exclude(kind=Message.Kind.SOLUTION).select_related("person", "contact")
        later = list(movable)[1:]
        # A new case counts from a word of the customer's: without one there is nothing to choose from.
        self.movable = later if any(message.kind == Message.Kind.CUSTOMER for message in later) else []
        self.offer("messages", [(message.pk, str(message)) for message in self.movable])

    @property
    def chosen(self) -> list[int]:
        """What was ticked so far."""
        return [int(value) for value in self["messages"].value() or () if str(value).isdecimal()]
