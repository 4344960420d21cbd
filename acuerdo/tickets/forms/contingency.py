"""Declaring a contingency, and ending it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MOMENT = "%Y-%m-%dT%H:%M"


class MomentForm(forms.Form):
    """An instant in the desk's zone, no later than now."""

    moment = forms.DateTimeField(
        widget=forms.DateTimeInput(attrs={"type": "datetime-local", "step": "60"}, format=MOMENT),
        error_messages={"required": _("Escriba el día y la hora."), "invalid": _("Escriba el día y la hora.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["moment"].initial = timezone.now


class DeclarationForm(MomentForm):
    """Since when the main channel fails, why, and what customers are told."""

    reason = forms.CharField(
        label=_("Qué falla"), max_length=300, error_messages={"required": _("Escriba qué falla: queda en el registro.")}
    )
    notice = forms.CharField(
        label=_("Aviso a los clientes"),
        help_text=_("Cómo comunicarse mientras tanto: teléfonos, WhatsApp. El correo de la mesa y los canales del manual van siempre."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["moment"].label = _("Desde cuándo")
        self.order_fields(["reason", "moment", "notice"])


class EndForm(MomentForm):
    """When it worked again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["moment"].label = _("Hasta cuándo")
