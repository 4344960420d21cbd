"""A person who signs in."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person may do in the product; a manual has its own names for these (requirements 6.4)."""

    AGENT = "agent", _("Agente")
    SUPERVISOR = "supervisor", _("Supervisión")
    MANAGER = "manager", _("Gerencia")
    ADMIN = "admin", _("Administración")
    AUDITOR = "auditor", _("Auditoría")
    CUSTOMER = "customer", _("Cliente")


class PersonManager(BaseUserManager["Person"]):
    """Makes people; addresses are kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **values: Any) -> "Person":
        """A new person; without a password nobody signs in as them until an invitation is accepted."""
        person = self.model(email=email.strip().lower(), **values)
        person.set_password(password)
        person.save()
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Sign-in finds people by address, whatever its case."""
        return self.get(email=(username or "").lower())


class Person(AbstractBaseUser):
    """Someone of the desk, or a customer's contact who has signed in."""

    email = models.EmailField(_("correo"), unique=True)
    name = models.CharField(_("nombre"), max_length=120)
    role = models.CharField(_("rol"), max_length=12, choices=Role.choices, default=Role.AGENT)
    title = models.SlugField(_("rol en el manual"), max_length=40, blank=True)
    level = models.SlugField(_("nivel"), max_length=40, blank=True, help_text=_("Peldaño de la escalera del manual."))
    language = models.CharField(_("idioma"), max_length=2, default="es")
    is_active = models.BooleanField(_("activo"), default=True)
    created_at = models.DateTimeField(_("creado"), auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = PersonManager()

    class Meta:
        verbose_name = _("persona")
        verbose_name_plural = _("personas")
        constraints: ClassVar = [models.CheckConstraint(name="person_email_lower", condition=models.Q(email=Lower("email")))]

    def __str__(self) -> str:
        """Their name."""
        return self.name

    @property
    def is_customer(self) -> bool:
        """Whether they are a customer's, not the desk's."""
        return self.role == Role.CUSTOMER

    @property
    def first_name(self) -> str:
        """What one calls them."""
        return self.name.split(" ")[0]
