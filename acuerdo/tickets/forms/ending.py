"""From the solution to the end and after it: a mutual agreement, a review, the answer to an objection."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.core.tickets import Status, may_close
from acuerdo.people.models import Person
from acuerdo.people.queries import staff
from acuerdo.tickets.actions.close import MUTUAL
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.models import Objection

#: By which ways somebody may have agreed; the customer's own page and link are none of these.
HOW = (("telefono", _("Por teléfono")), ("email", _("Por correo")), ("reunion", _("En una reunión")))
#: Where a case has something to learn from.
DELIVERED = frozenset({Status.RESOLVED, Status.CLOSED})


class AccordForm(VerbForm):
    """Propose to close by mutual agreement, or write down what was agreed."""

    name = "accord"
    label, title, button = _("Cerrar de mutuo acuerdo"), _("Cerrar de mutuo acuerdo"), _("Guardar el acuerdo")
    icon = "circle-check"
    text = forms.CharField(label=_("Qué propone la mesa"), widget=forms.Textarea, required=False)
    way = forms.ChoiceField(label=_("¿Ya lo aceptó el cliente?"), choices=(), required=False)
    said = forms.CharField(label=_("Qué dijo el cliente, y cuándo"), widget=forms.Textarea, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("way", [("", _("No: preguntarle por correo y en su página")), *HOW])
        self.begins_at("text")

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Where the manual closes so, and the case may be closed (SGM-036)."""
        return MUTUAL in to.agreement.closure.reasons and may_close(to.ticket.state)


class ReviewForm(VerbForm):
    """The review after an incident."""

    name = "review"
    label, title, button, icon = _("Revisión posterior"), _("Revisión posterior al incidente"), _("Guardar la revisión"), "checklist"
    happened = forms.CharField(label=_("Qué pasó"), widget=forms.Textarea, required=False)
    cause = forms.CharField(label=_("Causa"), widget=forms.Textarea, required=False)
    actions = forms.CharField(label=_("Acciones para que no se repita"), widget=forms.Textarea, required=False)
    proposals = forms.CharField(label=_("Qué se puede automatizar"), widget=forms.Textarea, required=False)
    owner = forms.TypedChoiceField(label=_("Quién las hace"), choices=(), required=False, coerce=int, empty_value=None)
    due_on = forms.DateField(label=_("Para cuándo"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("owner", [("", _("Nadie todavía")), *((person.pk, person.name) for person in staff())])
        self.begins_at("happened")
        review = getattr(self.ticket, "review", None)
        for field in ("happened", "cause", "actions", "proposals", "due_on") if review else ():
            self.fields[field].initial = getattr(review, field)
        self.fields["owner"].initial = review.owner_id if review else None

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Once a solution was delivered."""
        return to.ticket.state in DELIVERED

    def clean_owner(self) -> Person | None:
        """The person chosen."""
        chosen = self.cleaned_data["owner"]
        return Person.objects.get(pk=chosen) if chosen else None


class ObjectionForm(VerbForm):
    """The answer to an objection of the customer."""

    name = "objection"
    label, title, button, icon = _("Responder la objeción"), _("Responder la objeción"), _("Responder"), "message-circle"
    upheld = forms.ChoiceField(
        label=_("Decisión"),
        choices=(("", _("Elija…")), ("si", _("Se acepta: el cliente tiene razón")), ("no", _("No se acepta"))),
        required=False,
    )
    answer = forms.CharField(label=_("Respuesta que leerá el cliente"), widget=forms.Textarea, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.begins_at("upheld")
        self.pending = Objection.objects.filter(ticket=self.ticket, answered_at=None).select_related("contact").order_by("pk").first()

    @classmethod
    def is_offered(cls, _to: Occasion) -> bool:
        """It is opened from the objection itself, also in a case that has ended."""
        return True

    def clean_upheld(self) -> str:
        """Somebody decides: no decision stands there before."""
        decided: str = self.cleaned_data["upheld"]
        if not decided:
            raise forms.ValidationError(_("Diga si la objeción se acepta o no."))
        return decided
