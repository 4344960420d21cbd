"""The forms of sign-in: allauth's, in our words and with our fields' look."""

from typing import Any

from allauth.account.forms import LoginForm, ResetPasswordForm, ResetPasswordKeyForm
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.utils.translation import gettext_lazy as _

from acuerdo.people.models import Person


def dressed(field: forms.Field, **attributes: str) -> None:
    """Give a field the kit's look; a placeholder is no label (design/interface.md)."""
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update({"class": "form-control", **attributes})


class SignInForm(LoginForm):
    """Address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Our labels; no help inside the field, the link stands below."""
        super().__init__(*args, **kwargs)
        login, password, remember = (self.fields[name] for name in ("login", "password", "remember"))
        login.label, password.label = _("Correo"), _("Contraseña")
        password.help_text = ""
        remember.label = _("Mantener la sesión abierta en este equipo")
        dressed(login, autocomplete="username", inputmode="email")
        dressed(password)


class AskResetForm(ResetPasswordForm):
    """The address whose password was forgotten."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Our label."""
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Correo con el que inicia sesión")
        dressed(self.fields["email"], autocomplete="username", inputmode="email")


class ResetForm(ResetPasswordKeyForm):
    """A new password, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Our labels."""
        super().__init__(*args, **kwargs)
        for name, label in (("password1", _("Contraseña nueva")), ("password2", _("La misma contraseña otra vez"))):
            self.fields[name].label = label
            self.fields[name].help_text = ""
            dressed(self.fields[name], autocomplete="new-password")


class InvitationForm(forms.Form):
    """The first password, twice; its rules are those of the installation (PRO-037). A desk's first person has no name yet: it is asked."""

    name = forms.CharField(
        label=_("Su nombre"), help_text=_("Con él firma lo que les responde a sus clientes."), required=False, max_length=120, strip=True
    )
    password1 = forms.CharField(label=_("Contraseña"), strip=False, widget=forms.PasswordInput)
    password2 = forms.CharField(label=_("La misma contraseña otra vez"), strip=False, widget=forms.PasswordInput)

    def __init__(self, *args: Any, person: Person, asks_name: bool = False, **kwargs: Any) -> None:
        """For this person: a password must not look like their name or address."""
        super().__init__(*args, **kwargs)
        self.person = person
        for name, field in self.fields.items():
            dressed(field, autocomplete="name" if name == "name" else "new-password")
        if not asks_name:
            del self.fields["name"]

    def clean_password1(self) -> str:
        """Refuse what the rules refuse, with each rule's own sentence."""
        password = str(self.cleaned_data["password1"])
        validate_password(password, self.person)
        return password

    def clean(self) -> dict[str, Any]:
        """Both must be the same."""
        said = super().clean() or {}
        if said.get("password1") and said.get("password2") and said["password1"] != said["password2"]:
            self.add_error("password2", _("Las dos contraseñas no son iguales. Escríbala igual en los dos campos."))
        return said


def password_rules() -> list[str]:
    """The installation's rules for passwords, one sentence each."""
    return [str(rule) for rule in password_validators_help_texts()]


class AccountForm(forms.Form):
    """What one says of oneself, and how one likes the pages."""

    name = forms.CharField(label=_("Nombre"), max_length=120)
    language = forms.ChoiceField(label=_("Idioma de las páginas y de los correos"), choices=settings.LANGUAGES)
    theme = forms.ChoiceField(
        label=_("Colores"),
        required=False,
        choices=[("", _("Como mi equipo")), ("claro", _("Claro")), ("oscuro", _("Oscuro"))],
        widget=forms.RadioSelect,
    )
    signature = forms.CharField(
        label=_("Firma de sus respuestas"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, person: Person, theme: str, **kwargs: Any) -> None:
        """A customer has no signature: mails are the desk's."""
        initial = {"name": person.name, "language": person.language, "signature": person.signature, "theme": theme}
        super().__init__(*args, **{"label_suffix": "", "initial": initial, **kwargs})
        self.person = person
        if person.is_customer:
            del self.fields["signature"]
        for name in ("name", "language", "signature"):
            if name in self.fields:
                self.fields[name].widget.attrs.setdefault("class", "form-select" if name == "language" else "form-control")

    @property
    def values(self) -> dict[str, Any]:
        """What is kept of the person; the theme is the browser's."""
        return {name: self.cleaned_data[name] for name in ("name", "language", "signature") if name in self.cleaned_data}
