"""Where mail is fetched, and where it leaves: a server, a user, a password that is never shown again."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from acuerdo.channels.mail.models import Mailbox
from acuerdo.notifications.models import MailServer, Security

#: A host name (RFC 1123) or an address in figures; never a URL.
HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,45}")
#: Ports that begin with TLS, and those that never do.
FROM_THE_START, LATER = {993, 465}, {143, 25, 587}


def one_line(value: str) -> None:
    """A command of ours has one line: nothing in it may begin another."""
    if not value.isprintable():
        raise ValidationError(_("Escríbalo en una sola línea, sin signos que no se ven."))


class AnyServerForm(forms.Form):
    """Host, port, encryption, user and password."""

    host = forms.CharField(label=_("Servidor"), max_length=253)
    port = forms.IntegerField(label=_("Puerto"), min_value=1, max_value=65535)
    security = forms.ChoiceField(label=_("Cifrado"))
    user = forms.CharField(label=_("Usuario"), max_length=254, validators=[one_line])
    password = forms.CharField(
        label=_("Contraseña"), max_length=500, strip=False, required=False, validators=[one_line], widget=forms.PasswordInput
    )

    def __init__(self, *args: Any, kept: Mailbox | MailServer | None = None, **kwargs: Any) -> None:
        """Fill in what is kept, but for its password."""
        names = [name for name in self.base_fields if name != "password"]
        initial = {name: getattr(kept, name) for name in names} if kept else {}
        super().__init__(*args, **{"label_suffix": "", "initial": initial, **kwargs})
        self.kept = kept
        self.has_password = bool(kept and kept.password)
        if self.has_password:
            self.fields["password"].help_text = _("Hay una guardada. Vacío, sigue esa.")
        self.fields["password"].widget.attrs |= {"autocomplete": "new-password"}
        self.fields["user"].widget.attrs |= {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}
        self.fields["host"].widget.attrs |= {"spellcheck": "false", "autocapitalize": "none", "inputmode": "url"}
        self.fields["port"].widget.attrs |= {"inputmode": "numeric"}

    def clean_host(self) -> str:
        """A name, nothing around it."""
        host = str(self.cleaned_data["host"]).strip().rstrip(".").lower()
        if not HOST.fullmatch(host):
            raise ValidationError(_("Escriba solo el nombre del servidor, como %(example)s.") % {"example": self.example})
        return host

    #: A server's name, as one writes it.
    example = "imap.empresa.com"

    def clean(self) -> dict[str, Any]:
        """A port that begins with TLS is not asked for STARTTLS, nor the other way round.

        A kept password goes to the server it was kept for, and to no other: nobody learns it by naming a server of their own.
        """
        said = super().clean() or {}
        if self.has_password and self.kept and "host" in said and said["host"] != self.kept.host:
            self.has_password = False
        port, security = said.get("port"), said.get("security")
        if security == Security.STARTTLS and port in FROM_THE_START:
            self.add_error("security", _("El puerto %(port)s espera TLS desde el comienzo.") % {"port": port})
        elif security == Security.TLS and port in LATER:
            self.add_error("security", _("El puerto %(port)s no empieza con TLS: elija STARTTLS, u otro puerto.") % {"port": port})
        return said


class MailboxForm(AnyServerForm):
    """A mailbox by IMAP: always encrypted."""

    field_order = ("user", "password", "host", "port", "security", "folder", "after", "moved_to", "takes_old", "is_active")
    folder = forms.CharField(label=_("Carpeta"), max_length=200, validators=[one_line], initial="INBOX")
    after = forms.ChoiceField(label=_("Después de guardarlo aquí"), choices=Mailbox.After.choices, widget=forms.RadioSelect)
    moved_to = forms.CharField(label=_("Carpeta de lo ya recibido"), max_length=200, required=False, validators=[one_line])
    takes_old = forms.BooleanField(label=_("Traer también lo que ya está en la carpeta"), required=False)
    is_active = forms.BooleanField(label=_("Traer el correo de este buzón"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["security"].choices = [one for one in Security.choices if one[0] != Security.NONE]  # type: ignore[attr-defined]
        self.fields["folder"].help_text = _("INBOX es la bandeja de entrada.")
        self.fields["takes_old"].help_text = _("Sin marcar, entra solo lo que llegue desde ahora.")
        self.fields["password"].required = not self.has_password
        self.fields["password"].error_messages["required"] = _("Escriba la contraseña de este buzón.")
        self.fields["user"].help_text = _("Casi siempre la dirección completa.")
        if not self.kept:
            self.initial = {"port": 993, "security": Security.TLS, "after": Mailbox.After.SEEN, "folder": "INBOX", "is_active": True}
            self.fields["password"].help_text = _("De aplicación, si el servidor las tiene.")

    def clean(self) -> dict[str, Any]:
        """A new one needs its password; who moves says where to, and not to where it comes from."""
        said = super().clean()
        if not said.get("password") and not self.has_password and "password" not in self.errors:
            self.add_error("password", self.fields["password"].error_messages["required"])
        if said.get("after") == Mailbox.After.MOVE and "moved_to" not in self.errors:
            if not said.get("moved_to"):
                self.add_error("moved_to", _("Diga a qué carpeta se mueve lo ya recibido."))
            elif said["moved_to"] == said.get("folder"):
                self.add_error("moved_to", _("Esa es la carpeta de donde se trae. Elija otra."))
        return said

    @property
    def values(self) -> dict[str, Any]:
        """What the action writes, without the password."""
        return {name: value for name, value in self.cleaned_data.items() if name != "password"}


class ServerForm(AnyServerForm):
    """The desk's own outgoing server; within one's own network it may know no users and no encryption."""

    field_order = ("host", "port", "security", "user", "password")
    example = "smtp.empresa.com"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["security"].choices = Security.choices  # type: ignore[attr-defined]
        self.fields["user"].required = False
        if not self.kept:
            self.initial = {"port": 587, "security": Security.STARTTLS}
            self.fields["password"].help_text = _("De aplicación, si el servidor las tiene.")

    def clean(self) -> dict[str, Any]:
        """No password travels in the clear, and none without its user."""
        said = super().clean()
        if said.get("user") and said.get("security") == Security.NONE:
            self.add_error("security", _("Con usuario y contraseña la conexión tiene que ir cifrada."))
        if said.get("password") and not said.get("user") and "user" not in self.errors:
            self.add_error("user", _("Diga de qué usuario es la contraseña."))
        if said.get("user") and not said.get("password") and not self.has_password and "password" not in self.errors:
            self.add_error("password", _("Escriba la contraseña de ese usuario."))
        return said
