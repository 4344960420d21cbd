"""A rule of where cases go, a trial of them all, and what people know."""

from typing import Any, cast

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from acuerdo.agreements.queries import departments
from acuerdo.core.agreements import Agreement
from acuerdo.customers.models import Organisation
from acuerdo.people.models import Person, Team
from acuerdo.people.queries import staff
from acuerdo.tickets.forms.facts import NAMES, Choices, labelled
from acuerdo.tickets.models import RoutingRule, Skill

#: What a rule may ask of a case.
ASKED = ("type", "product", "department", "organisation")
ANY = _("Cualquiera")
#: When it is asked.
WHEN = ("on", "reached")


class FactsForm(forms.Form):
    """What is known of a case when it comes: what the manual, the desk's own field and the customers' book know of it."""

    type = forms.ChoiceField(label=_("Tipo"), required=False)
    product = forms.ChoiceField(label=_("Producto"), required=False)
    department = forms.ChoiceField(label=_("Departamento"), required=False)
    organisation = forms.CharField(
        label=_("Cliente"), required=False, max_length=160, widget=forms.TextInput(attrs={"list": "customers-known", "autocomplete": "off"})
    )

    def __init__(self, *args: Any, agreement: Agreement, rule: RoutingRule | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.agreement, self.rule = agreement, rule
        self.offer("type", labelled(agreement.types))
        self.offer("product", labelled(agreement.products))
        self.offer("department", [(name[:40], name) for name in departments(agreement)])

    def offer(self, name: str, choices: Choices, none: Any = ANY) -> None:
        """Offer these besides `none`; what the rule says already stays, though the manual knows it no more. Nothing to offer: no field."""
        had = str(getattr(self.rule, name, "") or "")
        known = {value for value, _label in choices}
        all_of_them = [*choices, *([(had, had)] if had and had not in known else [])]
        cast("forms.ChoiceField", self.fields[name]).choices = [("", none), *all_of_them]
        if not all_of_them:
            del self.fields[name]

    @property
    def organisations(self) -> list[str]:
        """Customers offered by name."""
        return list(Organisation.objects.order_by("name").values_list("name", flat=True)[:NAMES])

    def clean_organisation(self) -> Organisation | None:
        """The customer of exactly this name; case does not matter."""
        name = str(self.cleaned_data["organisation"]).strip()
        found = Organisation.objects.filter(name__iexact=name).first() if name else None
        if name and found is None:
            raise forms.ValidationError(_("No hay un cliente con ese nombre."))
        return found


class TrialForm(FactsForm):
    """A case that might come."""

    @property
    def facts(self) -> dict[str, object]:
        """The case as rules see it."""
        said = self.cleaned_data
        customer = said["organisation"].pk if said.get("organisation") else ""
        return {"organisation": customer, **{name: said.get(name, "") for name in ASKED if name != "organisation"}}


class RuleForm(FactsForm):
    """When it is asked, of which cases, and where they go."""

    on = forms.ChoiceField(label=_("Cuándo"), choices=RoutingRule.On.choices, required=False)
    reached = forms.ChoiceField(label=_("Al subir a"), required=False, help_text=_("Solo cuenta para «Al subir de nivel»."))
    team = forms.ModelChoiceField(Team.objects.order_by("name"), label=_("Al equipo"), required=False, empty_label=_("Ninguno"))
    level = forms.ChoiceField(label=_("Al nivel"), required=False)
    person = forms.ModelChoiceField(Person.objects.none(), label=_("A una persona"), required=False, empty_label=_("Nadie en particular"))
    shares = forms.BooleanField(
        label=_("Repartir entre el equipo"), required=False, help_text=_("A quien esté en turno y tenga menos casos abiertos.")
    )
    skill = forms.ChoiceField(label=_("Solo entre quienes saben"), required=False)

    def __init__(self, *args: Any, rule: RoutingRule | None, **kwargs: Any) -> None:
        named = (*ASKED, *WHEN, "team", "level", "person", "shares", "skill")
        initial = {name: getattr(rule, name) for name in named} if rule else {}
        super().__init__(*args, rule=rule, initial=initial, **kwargs)
        self.order_fields(WHEN)
        ladder = self.agreement.ladder
        levels = labelled(ladder.steps) if ladder else []
        self.offer("reached", levels)
        self.offer("level", levels, _("Ninguno"))
        self.offer("skill", list(Skill.objects.values_list("slug", "name")))
        cast("forms.ModelChoiceField[Person]", self.fields["person"]).queryset = Person.objects.filter(pk__in=[one.pk for one in staff()])

    def clean_on(self) -> str:
        """When a case comes, unless it says otherwise."""
        return str(self.cleaned_data["on"]) or RoutingRule.On.ARRIVAL.value

    def clean(self) -> dict[str, Any]:
        """It sends cases somewhere, and to one person in one way."""
        said = super().clean() or {}
        if not self.errors and not (said.get("team") or said.get("level") or said.get("person")):
            self.add_error("team", _("Diga a dónde van: un equipo, un nivel o una persona."))
        if said.get("shares") and not said.get("team"):
            self.add_error("shares", _("Para repartir hace falta un equipo."))
        if said.get("shares") and said.get("person"):
            self.add_error("person", _("Elija una persona o repartir entre el equipo, no las dos cosas."))
        if said.get("on") == RoutingRule.On.RAISED and said.get("level"):
            self.add_error("level", _("El caso acaba de subir de nivel: diga el equipo o la persona que lo recibe."))
        if said.get("skill") and not said.get("shares"):
            self.add_error("skill", _("Lo que saben solo cuenta al repartir entre el equipo."))
        return said

    @property
    def values(self) -> dict[str, Any]:
        """What the action writes; what was not asked stays empty."""
        said = self.cleaned_data
        rows = {name: said.get(name) for name in ("organisation", "team", "person")}
        return {
            **{name: said.get(name, "") for name in ("type", "product", "department", "level", "skill")},
            **rows,
            "shares": said["shares"],
            "on": said["on"],
            "reached": said.get("reached", "") if said["on"] == RoutingRule.On.RAISED else "",
        }


class SkillForm(forms.Form):
    """Its name, and who has it."""

    name = forms.CharField(label=_("Qué saben"), max_length=80, help_text=_("Un producto, una base de datos, un idioma."))
    people = forms.ModelMultipleChoiceField(Person.objects.none(), label=_("Quiénes"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, skill: Skill | None, **kwargs: Any) -> None:
        initial = {"name": skill.name, "people": skill.people.all()} if skill else {}
        super().__init__(*args, **{"label_suffix": "", "initial": initial, **kwargs})
        self.skill = skill
        people = Person.objects.filter(pk__in=[one.pk for one in staff()]).order_by("name")
        cast("forms.ModelMultipleChoiceField[Person]", self.fields["people"]).queryset = people

    def clean_name(self) -> str:
        """Its short name, by which rules know it, is made of the first one it had."""
        name = str(self.cleaned_data["name"]).strip()
        self.slug = self.skill.slug if self.skill else slugify(name)[:40]
        if not self.slug:
            raise forms.ValidationError(_("Use letras o números."))
        if Skill.objects.filter(slug=self.slug).exclude(pk=self.skill.pk if self.skill else 0).exists():
            raise forms.ValidationError(_("Ya está en la lista."))
        return name

    @property
    def values(self) -> dict[str, Any]:
        """What the action writes."""
        return {"slug": self.slug, "name": self.cleaned_data["name"]}
