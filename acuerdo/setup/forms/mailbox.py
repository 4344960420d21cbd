"""What a newcomer fills in at the built-in mailbox."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acuerdo.customers.models import Contact
from acuerdo.files.forms import FilesField

LONGEST_TEXT = 50_000
#: So many contacts fit a list that one picks from; others write their address.
MOST_CONTACTS = 300
#: The choice for those who are in no list.
ANOTHER = "otra"


class MailForm(forms.Form):
    """A mail's text and files."""

    text = forms.CharField(label=_("Mensaje"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 7}))
    files = FilesField(label=_("Archivos"), required=False)  # type: ignore[assignment]  # Form.files is what was sent; this is the field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""


class WriteForm(MailForm):
    """A mail to the desk, as one of its contacts or from any address."""

    field_order = ("contact", "sender", "name", "subject", "text", "files")
    contact = forms.ChoiceField(label=_("Quién escribe"))
    sender = forms.EmailField(label=_("Su dirección, si es otra"), required=False, max_length=254)
    name = forms.CharField(label=_("Nombre de quien escribe"), required=False, max_length=120)
    subject = forms.CharField(label=_("Asunto"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = contacts_by_organisation()
        pick = [("", _("Elija un contacto"))] if known else []  # a new desk knows nobody: another address is the only choice
        self.fields["contact"].choices = [*pick, (ANOTHER, _("Otra dirección")), *known]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Another sender needs an address."""
        said = super().clean() or {}
        if said.get("contact") == ANOTHER and not said.get("sender") and "sender" not in self.errors:
            self.add_error("sender", _("Escriba la dirección de quien escribe. Por ejemplo, ana@empresa.example"))
        return said

    @property
    def writer(self) -> tuple[str, str]:
        """Name and address of who writes."""
        if self.cleaned_data["contact"] == ANOTHER:
            return self.cleaned_data["name"], self.cleaned_data["sender"]
        contact = Contact.objects.get(email=self.cleaned_data["contact"])
        return contact.name, contact.email


def contacts_by_organisation() -> list[tuple[str, list[tuple[str, str]]]]:
    """The contacts with an organisation, grouped for a list to pick from."""
    groups: dict[str, list[tuple[str, str]]] = {}
    known = Contact.objects.filter(organisation__isnull=False).order_by("organisation__name", "name")
    for organisation, name, email in known.values_list("organisation__name", "name", "email")[:MOST_CONTACTS]:
        groups.setdefault(organisation, []).append((email, f"{name} · {email}"))
    return list(groups.items())
