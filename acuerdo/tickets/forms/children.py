"""One answer or one solution for a parent and its children: each keeps its own clocks, and its own evidence."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.core.tickets import Status
from acuerdo.tickets.forms.verb import Occasion
from acuerdo.tickets.forms.writing import SolutionForm

ANSWER, SOLUTION = "answer", "solution"


class ChildrenForm(SolutionForm):
    """What is said to all, and how."""

    name = "children"
    label, title, button = _("Responder a los hijos"), _("Responder a los casos hijos"), _("Ver quién recibe qué")
    kind = forms.ChoiceField(label=_("Enviar"), choices=[(ANSWER, _("Una respuesta")), (SOLUTION, _("La solución"))], initial=ANSWER)
    then = forms.ChoiceField(
        label=_("Después"),
        choices=[(Status.IN_PROGRESS.value, _("Seguir en atención")), (Status.WAITING_CUSTOMER.value, _("Esperar al cliente"))],
        required=False,
    )
    parent_too = forms.BooleanField(label=_("También en este caso"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Texto")

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Whether its case has not ended."""
        return to.ticket.is_open
