"""Organisations, their contacts, contracts and products (requirements 6.1)."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from acuerdo.people.models import Person, Team


class Organisation(models.Model):
    """A customer of the provider."""

    class State(models.TextChoices):
        """INT-140–INT-142."""

        ACTIVE = "active", _("Activo")
        SUSPENDED = "suspended", _("Suspendido")
        CANCELLED = "cancelled", _("Cancelado")

    name = models.CharField(_("nombre"), max_length=160, unique=True)
    state = models.CharField(_("estado"), max_length=10, choices=State.choices, default=State.ACTIVE)
    executive = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="accounts", verbose_name=_("ejecutivo de cuenta")
    )
    notes = models.TextField(_("notas internas"), max_length=4000, blank=True)

    class Meta:
        verbose_name = _("cliente")
        verbose_name_plural = _("clientes")

    def __str__(self) -> str:
        """Its name."""
        return self.name


class MailDomain(models.Model):
    """A mail domain whose senders are of this organisation; never one of free mail."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="domains")
    domain = models.CharField(_("dominio"), max_length=253, unique=True)

    class Meta:
        verbose_name = _("dominio de correo")
        verbose_name_plural = _("dominios de correo")

    def __str__(self) -> str:
        """The domain."""
        return self.domain


class Product(models.Model):
    """A product line and the group that supports it (DIG-008)."""

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(_("nombre"), max_length=120)
    group = models.CharField(_("grupo"), max_length=120, blank=True)
    version = models.CharField(_("última versión"), max_length=40, blank=True)
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="products", verbose_name=_("equipo que lo atiende"))
    phone_option = models.PositiveSmallIntegerField(_("opción del menú telefónico"), null=True, blank=True)
    is_active = models.BooleanField(_("en uso"), default=True)

    class Meta:
        verbose_name = _("producto")

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Contact(models.Model):
    """A person of a customer. One without an organisation wrote from an address nobody knows yet."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="contacts")
    name = models.CharField(_("nombre"), max_length=160)
    email = models.EmailField(_("correo"), max_length=254, unique=True)
    phone = models.CharField(_("teléfono"), max_length=40, blank=True)
    job_title = models.CharField(_("cargo"), max_length=120, blank=True)
    level = models.SlugField(_("nivel en el cliente"), max_length=40, blank=True)
    is_authorised = models.BooleanField(_("autorizado para reportar"), default=False)
    person = models.OneToOneField(Person, models.SET_NULL, null=True, blank=True, related_name="contact")

    class Meta:
        verbose_name = _("contacto")
        constraints: ClassVar = [models.CheckConstraint(name="contact_email_lower", condition=models.Q(email=Lower("email")))]

    def __str__(self) -> str:
        """Their name."""
        return self.name

    @property
    def first_name(self) -> str:
        """What one calls them."""
        return self.name.split(" ")[0]


class Contract(models.Model):
    """What an organisation has bought: a plan of the manual, its dates, and what was agreed apart (`overrides`)."""

    class State(models.TextChoices):
        """Whether it is in force, apart from its dates."""

        ACTIVE = "active", _("Vigente")
        SUSPENDED = "suspended", _("Suspendido")
        ENDED = "ended", _("Terminado")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="contracts")
    reference = models.CharField(_("número o nombre del contrato"), max_length=80, blank=True)
    plan = models.SlugField(_("plan"), max_length=40, blank=True)
    modality = models.SlugField(_("modalidad"), max_length=40, blank=True, help_text=_("SaaS, en sus instalaciones… (DIG-041)."))
    coverage = models.SlugField(_("cobertura"), max_length=40, blank=True, help_text=_("5x8, 6x24, 7x24… (INT-122)."))
    state = models.CharField(_("estado"), max_length=10, choices=State.choices, default=State.ACTIVE)
    starts_on = models.DateField(_("desde"))
    ends_on = models.DateField(_("hasta"), null=True, blank=True)
    went_live_on = models.DateField(_("salida a vivo"), null=True, blank=True, help_text=_("INT-126: desde aquí corre la garantía."))
    guarantee_until = models.DateField(_("garantía hasta"), null=True, blank=True)
    scope = models.JSONField(_("alcance"), default=list, blank=True, help_text=_("Ítems del catálogo incluidos (SGM-A9)."))
    overrides = models.JSONField(_("acordado aparte"), default=dict, blank=True)
    overrides_text = models.TextField(_("acordado aparte, como se escribió"), blank=True)
    products = models.ManyToManyField(Product, blank=True, related_name="contracts")

    class Meta:
        verbose_name = _("contrato")
        indexes: ClassVar = [models.Index(name="contract_of", fields=["organisation", "state"])]

    def __str__(self) -> str:
        """Whose, and which plan."""
        return f"{self.organisation_id} {self.plan}"
