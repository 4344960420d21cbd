"""Asking for an approval, and writing down what was decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.core.tickets import Quote, Status, can_move
from acuerdo.people.access import OVERSEE, may
from acuerdo.tickets.actions.ready import any_needed, needed
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.models import Approval

#: Besides the kinds: this case needs no quote (SGM-A9).
WAIVE = "waive"


class ApprovalForm(VerbForm):
    """What a committee, or the customer, is asked to approve."""

    name = "approval"
    label, title, button, icon = _("Pedir aprobación"), _("Pedir una aprobación"), _("Pedirla"), "gavel"
    kind = forms.ChoiceField(label=_("A quién"), choices=())
    of = forms.CharField(label=_("Nombre del comité o de quien decide"), max_length=160, required=False)
    text = forms.CharField(
        label=_("Qué se aprueba"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Una propuesta o cotización va al cliente con estas palabras, por correo y en su página."),
    )
    amount = forms.CharField(label=_("Valor"), max_length=60, required=False, help_text=_("Como lo debe leer: $ 1.200.000 más IVA."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds: list[tuple[str, Any]] = list(Approval.Kind.choices)
        if needed(self.ticket, self.agreement)[1] is Quote.BY_CONTRACT:
            kinds.append((WAIVE, _("Este caso no necesita cotización")))
        self.offer("kind", kinds)
        committee = next(iter(self.agreement.changes.committees.values()), None)
        self.fields["of"].initial = committee.label if committee else ""
        self.begins_at("kind")

    @classmethod
    def template(cls) -> str:
        """Its fields, one below the other."""
        return "tickets/fields.html"

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Where the manual uses this status, or asks for an approval of what the case is."""
        there = to.ticket.state is Status.WAITING_APPROVAL or can_move(to.ticket.state, to=Status.WAITING_APPROVAL)
        return there and (to.agreement.statuses[Status.WAITING_APPROVAL].used or any_needed(to.ticket))


class DecisionForm(VerbForm):
    """What was decided on a pending approval, with its minutes; or that it is asked no longer."""

    name = "decision"
    label, title, button, icon = _("Escribir la decisión"), _("Escribir una decisión"), _("Guardar la decisión"), "gavel"
    approval = forms.TypedChoiceField(label=_("Sobre qué"), choices=(), coerce=int)
    decision = forms.ChoiceField(
        label=_("Decisión"), choices=[("approved", _("Aprobada")), ("rejected", _("No aprobada")), ("withdrawn", _("Se retira"))]
    )
    minutes = forms.CharField(label=_("Acta"), max_length=120, required=False)
    reason = forms.CharField(
        label=_("Motivo"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("Obligatorio si no se aprueba o se retira. El cliente lee el de un comité que no aprueba."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pending = list(self.ticket.approvals.filter(decided_at=None))
        self.offer("approval", [(one.pk, f"{one.get_kind_display()} · {one.of}") for one in pending])
        if self.person is not None and not may(self.person, OVERSEE) and not any(one.is_the_customers for one in pending):
            self.offer("decision", [("withdrawn", _("Se retira"))])
            self.fields["decision"].help_text = _("Lo que decide un comité lo registra quien supervisa la mesa. Pídaselo, con el acta.")

    @classmethod
    def template(cls) -> str:
        """Its fields, one below the other."""
        return "tickets/fields.html"

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """While something is pending."""
        return to.ticket.state is Status.WAITING_APPROVAL
