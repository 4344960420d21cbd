"""A product line and who supports it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.customers.models import Product


class ProductForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only for the type checker
    """Its name, version, team and key in the telephone menu."""

    class Meta:
        model = Product
        fields = ("slug", "name", "version", "team", "group", "phone_option", "is_active")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["team"].empty_label = _("Ninguno")  # type: ignore[attr-defined]  # a field of rows
        if self.instance.pk:  # cases and manuals name it by this
            del self.fields["slug"]

    @property
    def values(self) -> dict[str, Any]:
        """What the action writes."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.cleaned_data}
