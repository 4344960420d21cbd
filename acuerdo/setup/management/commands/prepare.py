"""`acuerdo prepare`: bring the database to this version. Run by the owner; safe to run again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from acuerdo.desks.actions.grant import grant, granted_wrongly, product_role
from acuerdo.desks.models import Desk, Domain
from acuerdo.desks.queries import all_desks, behind, in_desk, leave_desks
from acuerdo.tickets.actions.make_findable import index_missing


class Command(BaseCommand):
    """Migrate the public schema and every desk, then grant."""

    requires_system_checks = ()
    help = gettext_noop("Prepara la base de datos: migra todas las mesas y da los permisos.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """None; what it does is said in the reader's language."""
        parser.description = _(self.help)

    def handle(self, **_options: Any) -> None:
        """Do what is to be done, one line a step; where nothing is, it is a matter of a few queries."""
        late = set(behind(["public"]))
        if late:
            self.stdout.write(str(_("Base de datos: tablas comunes")))
            call_command("migrate_schemas", shared=True, interactive=False, verbosity=0)
            call_command("createcachetable", verbosity=0)
        public, _made = Desk.objects.get_or_create(schema_name="public", defaults={"name": "Acuerdo"})
        for host in ("localhost", "127.0.0.1"):
            Domain.objects.get_or_create(domain=host, defaults={"tenant": public, "is_primary": host == "localhost"})
        desks = [desk.schema_name for desk in all_desks()]
        for desk in behind(desks):
            late.add(desk)
            self.stdout.write(str(_("Base de datos: mesa %(desk)s")) % {"desk": desk})
            call_command("migrate_schemas", schema_name=desk, interactive=False, verbosity=0)
            with in_desk(desk):
                index_missing()
        if not late:
            self.stdout.write(str(_("Base de datos: al día")))
        role = product_role()
        if role:
            leave_desks()
            for schema in late | set(granted_wrongly(["public", *desks], role)):
                grant(schema, role)
