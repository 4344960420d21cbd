"""What a desk has besides its cases: teams, somebody away, views and answers that are used again, a manual that its customers accepted."""

from datetime import date, datetime, timedelta

from django.utils.text import slugify

from acuerdo.agreements.queries import version_on
from acuerdo.automation.actions.save_macro import save_macro
from acuerdo.automation.models import Macro
from acuerdo.events.events import Actor
from acuerdo.people.access import as_actor
from acuerdo.people.actions.be_away import be_away
from acuerdo.people.actions.save_team import save_team
from acuerdo.people.models import Person
from acuerdo.publishing.actions.acknowledge import acknowledge
from acuerdo.setup.demo.settle import PROGRAMME, Town
from acuerdo.tickets.actions.contingency import declare, end
from acuerdo.tickets.actions.keep_view import keep_view

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
VIEWS = (
    ("Se nos vencen hoy", "?vence=hoy"),
    ("Esperan una aprobación", "?estado=waiting_approval"),
    ("Sin responsable", "?responsable=nadie"),
)
ANSWERS = (
    (
        "Pedir registros",
        "Para revisarlo necesitamos el registro del momento de la falla y una captura de lo que ve en pantalla. ¿Nos los envía?",
        ["then=waiting_customer"],
    ),
    (
        "Visita agendada",
        "Agendamos la visita para la fecha acordada. Por favor tenga a mano el acceso al equipo.",
        ["tag=visita"],
    ),
)
REASON = "La plataforma de reporte no abre desde la red pública."
NOTICE = "Mientras se restablece, repórtenos sus casos por la línea telefónica. Los registramos con su hora verdadera."


def make_teams(town: Town, at: datetime) -> None:
    """The teams that the manual names for its products, of those who attend the front."""
    by = as_actor(town.acting_as("admin")[0], PROGRAMME)
    agents = town.acting_as("agent")
    for name in dict.fromkeys(product.team for product in town.agreement.products.values() if product.team):
        save_team(None, {"slug": slugify(name)[:40], "name": name, "level": ""}, agents, by=by, at=at)


def furnish(town: Town, today: date, at: datetime) -> None:
    """All the rest. The caller is in `historic()`."""
    admin, supervisor = town.acting_as("admin")[0], town.acting_as("supervisor")[0]
    by = as_actor(admin, PROGRAMME)
    away, *others = town.acting_as("agent")[::-1]
    be_away(away.pk, today + 4 * DAY, today + 12 * DAY, substitute=others[0], reason="Vacaciones", by=by, at=at)
    for name, query in VIEWS:
        keep_view(name, query, person=supervisor, of_desk=True)
    for title, text, deeds in ANSWERS:
        save_macro(Macro(), {"title": title, "text": text, "deeds": deeds, "visible_to": Macro.For.DESK}, by=by, at=at)
    accept(town, today, at)
    if any(channel.contingency for channel in town.agreement.channels.values()):
        fall_and_rise(supervisor, at - 9 * DAY)


def accept(town: Town, today: date, at: datetime) -> None:
    """The customers who sign in have accepted the manual."""
    version = version_on(today)
    for contacts in town.contacts.values():
        for contact in contacts:
            if contact.person is not None and contact.organisation_id:
                acknowledge(version, contact, way="page", by=Actor("contact", contact.pk, contact.name, programme=PROGRAMME), at=at)


def fall_and_rise(supervisor: Person, at: datetime) -> None:
    """The main channel failed for three hours, and everybody was told where to report meanwhile (DIG-006)."""
    by = as_actor(supervisor, PROGRAMME)
    declared = declare(starts_at=at, reason=REASON, notice=NOTICE, person=supervisor, by=by, at=at + HOUR / 6)
    end(declared.pk, ends_at=at + 3 * HOUR, by=by, at=at + 3 * HOUR)
