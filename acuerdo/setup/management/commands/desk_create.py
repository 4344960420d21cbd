"""`acuerdo desk create NAME --manual ID --domain HOST`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.desks.queries import url_of
from acuerdo.setup import wording
from acuerdo.setup.actions.create_desk import CannotMakeDesk, NewDesk, create_desk, invite_administrator


class Command(BaseCommand):
    """Make a desk and print the invitation of its first administrator."""

    help = gettext_noop("Crea una mesa con uno de los manuales y muestra la invitación de su primer administrador.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name, manual, host."""
        parser.description = _(self.help)
        parser.add_argument("name", help=_("nombre de la mesa, p. ej. «Soporte Andino»"))
        parser.add_argument("--manual", required=True, help=_("manual con que nace: proware, digitalware, soporte, interwapp o sgm"))
        parser.add_argument("--domain", required=True, help=_("nombre de su sitio, p. ej. mesa.ejemplo.com"))
        parser.add_argument("--id", default="", help=_("identificador corto; si falta, sale del nombre"))
        parser.add_argument("--admin", default="", help=_("correo de su primer administrador"))
        parser.add_argument("--color", default="#2552b8", help=_("color de la marca, #rrggbb"))

    def handle(self, *, name: str, manual: str, domain: str, **options: Any) -> None:
        """Make it."""
        now = timezone.now()
        schema = options["id"] or slugify(name).replace("-", "_")
        new = NewDesk(schema=schema, name=name, manual=manual, host=domain.lower(), accent=options["color"])
        try:
            desk = create_desk(new, at=now)
        except CannotMakeDesk as refusal:
            raise CommandError(wording.of(refusal)) from refusal
        email = options["admin"] or f"admin@{domain.lower()}"
        path = invite_administrator(desk, email=email, name=str(_("Administración")), at=now)
        self.stdout.write(str(_("Mesa %(id)s lista: %(url)s")) % {"id": schema, "url": url_of(desk)})
        self.stdout.write(str(_("Invitación para %(email)s: %(url)s")) % {"email": email, "url": url_of(desk, path)})
