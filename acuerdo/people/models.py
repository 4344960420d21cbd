"""People who sign in, their teams, and when they are away."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from acuerdo.desks.prepared import Given, Prepared


class Role(models.TextChoices):
    """What a person may do in the product; a manual has its own names for these (requirements 6.4)."""

    AGENT = "agent", _("Agente")
    SUPERVISOR = "supervisor", pgettext_lazy("rol", "Supervisión")
    MANAGER = "manager", _("Gerencia")
    ADMIN = "admin", pgettext_lazy("rol", "Administración")
    AUDITOR = "auditor", pgettext_lazy("rol", "Auditoría")
    CUSTOMER = "customer", _("Cliente")


class PersonManager(BaseUserManager["Person"]):
    """Makes people; addresses are kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **values: Any) -> "Person":
        """A new person; without a password nobody signs in as them until an invitation is accepted."""
        person = self.model(email=email.strip().lower(), **values)
        person.set_password(password)
        person.save()
        return person

    def get(self, *conditions: Any, **named: Any) -> "Person":
        """As Django's; by their key, as every page asks for who is signed in, by a question that is written once."""
        if conditions or named.keys() != {"pk"} or not isinstance(named["pk"], int):
            return super().get(*conditions, **named)
        found = _BY_KEY.first(**named)
        if found is None:
            raise Person.DoesNotExist
        return found

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
    signature = models.TextField(_("firma"), max_length=1000, blank=True)
    week = models.JSONField(_("horario"), default=dict, blank=True, help_text=_("Como en el manual; vacío, el del manual."))
    notices = models.JSONField(_("avisos"), default=dict, blank=True, help_text=_("Por clase de aviso: page, mail, digest."))
    queue = models.JSONField(_("cola"), default=dict, blank=True, help_text=_("Cómo mira la cola: columns, peek. Vacío, como la mesa."))
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


_BY_KEY = Prepared(lambda: Person.objects.filter(pk=Given("pk")))


class Team(models.Model):
    """People who take the same cases: a support group, a level of the ladder, an office."""

    slug = models.SlugField(_("nombre corto"), max_length=40, unique=True)
    name = models.CharField(_("nombre"), max_length=120)
    level = models.SlugField(_("nivel"), max_length=40, blank=True, help_text=_("Peldaño de la escalera del manual."))
    members = models.ManyToManyField(Person, blank=True, related_name="teams", verbose_name=_("integrantes"))

    class Meta:
        verbose_name = _("equipo")
        verbose_name_plural = _("equipos")

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Absence(models.Model):
    """Days, both included, on which a person is away, and who stands in for them."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="absences")
    starts_on = models.DateField(_("desde"))
    ends_on = models.DateField(_("hasta"))
    substitute = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("reemplazo"))
    reason = models.CharField(_("motivo"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("ausencia")
        indexes: ClassVar = [models.Index(name="absence_of", fields=["person", "ends_on"])]
        constraints: ClassVar = [
            models.CheckConstraint(name="absence_in_order", condition=models.Q(ends_on__gte=models.F("starts_on"))),
            models.CheckConstraint(name="absence_not_own", condition=models.Q(substitute=None) | ~models.Q(substitute=models.F("person"))),
        ]

    def __str__(self) -> str:
        """Whose, and when."""
        return f"{self.person_id} {self.starts_on}–{self.ends_on}"
