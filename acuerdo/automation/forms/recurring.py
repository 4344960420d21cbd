"""A case that opens by itself: what it says, for whom, and on which days."""

from typing import Any, ClassVar, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from acuerdo.automation.models import Recurring
from acuerdo.automation.wording import WEEKDAYS
from acuerdo.core.agreements import Agreement
from acuerdo.customers.models import Contact
from acuerdo.people.queries import staff
from acuerdo.tickets.forms import facts_of

MONTH_DAYS = 31
#: When a case opens if nobody says otherwise, and so many contacts are offered by name.
MORNING, NAMES = "08:00", 500


class RecurringForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only for the type checker
    """Everything of one."""

    email = forms.EmailField(
        label=_("A nombre de"), help_text=_("El correo de un contacto del cliente: el caso es suyo y recibe el acuse.")
    )
    weekday = forms.TypedChoiceField(
        label=_("Día de la semana"), coerce=int, choices=list(enumerate(WEEKDAYS)), required=False, empty_value="0"
    )
    month_day = forms.IntegerField(
        label=_("Día del mes"),
        min_value=1,
        max_value=MONTH_DAYS,
        error_messages={"required": _("Escriba el día del mes, de 1 a 31. Un mes más corto usa su último día.")},
    )

    class Meta:
        model = Recurring
        fields = ("subject", "text", "every", "unit", "closed", "starts_on", "at", "assignee", "is_active")
        labels: ClassVar = {"unit": _("Período")}
        widgets: ClassVar = {
            "text": forms.Textarea(attrs={"rows": 5}),
            "starts_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "at": forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        }

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        people = [("", _("Nadie: que lo tome quien esté")), *((person.pk, person.name) for person in staff())]
        cast("forms.ChoiceField", self.fields["assignee"]).choices = people
        for fact, label, values in facts_of(agreement):
            choices = [("", _("Sin decidir")), *values]
            self.fields[f"fact-{fact}"] = forms.ChoiceField(label=label, choices=choices, required=False)
            self.initial[f"fact-{fact}"] = self.instance.facts.get(fact, "")
        by_months = not self.is_bound or self.data.get("unit") == Recurring.Unit.MONTHS  # the day belongs to what is counted
        self.fields["month_day"].required = by_months
        self.fields["email"].widget.attrs["list"] = "contacts-known"
        today = timezone.now().astimezone(agreement.zone).date()
        self.initial = {"starts_on": today, "month_day": today.day, "at": MORNING, **self.initial} if not self.instance.pk else self.initial
        if self.instance.pk:
            self.initial["email"] = self.instance.contact.email
            name = {Recurring.Unit.WEEKS: "weekday", Recurring.Unit.MONTHS: "month_day"}.get(Recurring.Unit(self.instance.unit), "")
            self.initial[name] = self.instance.day

    def clean_email(self) -> Contact:
        """The contact of that address."""
        found = Contact.objects.filter(email=str(self.cleaned_data["email"]).strip().lower()).first()
        if found is None:
            raise forms.ValidationError(_("Ningún contacto tiene ese correo. Regístrelo primero en su cliente."))
        return found

    @property
    def contacts(self) -> list[Contact]:
        """Whom an address may be of, as far as they fit a list."""
        return list(Contact.objects.select_related("organisation").order_by("name", "pk")[:NAMES])

    @property
    def values(self) -> dict[str, Any]:
        """What the action writes."""
        said = self.cleaned_data
        day = {Recurring.Unit.WEEKS: int(said["weekday"]), Recurring.Unit.MONTHS: said["month_day"]}.get(said["unit"], 1)
        facts = {name.removeprefix("fact-"): said[name] for name in said if name.startswith("fact-") and said[name]}
        return {**{name: said[name] for name in self.Meta.fields}, "contact": said["email"], "day": day, "facts": facts}
