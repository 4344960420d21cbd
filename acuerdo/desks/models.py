"""Which desks there are, by which host names and mail addresses they are reached. In the public schema."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django_tenants.models import DomainMixin, TenantMixin


class Desk(TenantMixin):
    """A service desk. The row with schema `public` stands for the installation itself."""

    name = models.CharField(_("nombre"), max_length=80)
    manual = models.SlugField(_("manual"), max_length=40, blank=True, help_text=_("Identificador del manual con que nació."))
    accent = models.CharField(_("color"), max_length=7, default="#2552b8")
    subtitle = models.CharField(_("nombre de la mesa"), max_length=120, blank=True)
    is_demo = models.BooleanField(_("de demostración"), default=False)
    created_at = models.DateTimeField(_("creada"), auto_now_add=True)

    # Making the schema is a step of its own (setup.actions.create_desk), so that its failure can be told and undone.
    auto_create_schema = False
    auto_drop_schema = False

    class Meta:
        verbose_name = _("mesa")
        verbose_name_plural = _("mesas")

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Domain(DomainMixin):
    """A host name that leads to a desk."""


class Address(models.Model):
    """A mail address that leads to a desk: one desk an address, so that a message is never in doubt."""

    address = models.CharField(_("dirección"), max_length=254, unique=True)
    desk = models.ForeignKey(Desk, models.CASCADE, related_name="addresses")
    is_sender = models.BooleanField(_("remitente"), default=False, help_text=_("De ella salen los correos; ninguna: de la más antigua."))

    class Meta:
        verbose_name = _("dirección de correo")
        constraints: ClassVar = [models.CheckConstraint(name="address_is_lower_case", condition=models.Q(address=Lower("address")))]

    def __str__(self) -> str:
        """The address itself."""
        return self.address
