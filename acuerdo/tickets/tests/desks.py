"""A desk that runs a manual of one's choice, with its people by the manual's roles and a customer on a plan."""

from datetime import UTC, date, datetime

from django.db import connection

from acuerdo.agreements.actions.publish import publish
from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import agreement_of
from acuerdo.customers.models import Contact, Contract, Organisation
from acuerdo.customers.queries import match_sender
from acuerdo.events.events import SYSTEM, Actor
from acuerdo.files.actions.store import store
from acuerdo.manuals import text_of
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.models import Message, Ticket
from acuerdo.tickets.tests.reacting import react_all

#: What was published of each manual the first time: to read and check its text takes longer than a whole story.
PUBLISHED: dict[str, ManualVersion] = {}
PLANS = {"proware": "empresarial", "digitalware": "saas", "soporte": "24x7", "interwapp": "habil", "sgm": ""}


def version_of(manual: str) -> ManualVersion:
    """The only version of the desk's manual."""
    with connection.cursor() as cursor:  # a published version is never deleted but by hand
        cursor.execute(f"DELETE FROM {ManualVersion._meta.db_table}")
    if manual not in PUBLISHED:
        PUBLISHED[manual] = publish(text_of(manual), by=SYSTEM, at=datetime(2025, 12, 31, 12, tzinfo=UTC))
        return PUBLISHED[manual]
    values = {field.name: getattr(PUBLISHED[manual], field.name) for field in ManualVersion._meta.concrete_fields if not field.primary_key}
    return ManualVersion.objects.create(**values)


class Story:
    """Cases of one manual. Everybody of the desk is called by their role in it: `story.people["coordinador-met"]`."""

    def __init__(self, manual: str, plan: str | None = None) -> None:
        self.manual = version_of(manual)
        self.agreement = agreement_of(self.manual)
        self.people = {
            role.id: Person.objects.create_user(f"{role.id}@mesa.example", name=role.label[:60], role=role.acts_as, title=role.id)
            for role in self.agreement.roles.values()
        }
        self.agent = next(person for person in self.people.values() if person.role == "agent")
        self.by = as_actor(self.agent)
        self.organisation = Organisation.objects.create(name="Clínica Santa Aurelia")
        Contract.objects.create(organisation=self.organisation, plan=PLANS[manual] if plan is None else plan, starts_on=date(2026, 1, 1))
        self.contact = self.new_contact("diana", level="n2")

    def new_contact(self, name: str, level: str = "") -> Contact:
        """Another of the customer's people."""
        values = {"organisation": self.organisation, "name": f"{name.title()} Lozano", "level": level, "is_authorised": True}
        return Contact.objects.create(email=f"{name}@santa-aurelia.example", **values)

    def case(self, at: datetime, **facts: str) -> Ticket:
        """A case that the customer reports by mail, as it is once its first mails are written."""
        report = Report(subject="El IVR no transfiere", text="Desde ayer.", channel="email", proposed=facts)
        by = Actor("contact", self.contact.pk, self.contact.name)
        ticket = open_case(report, contact=self.contact, match=match_sender(self.contact.email, at.date()), by=by, at=at)
        react_all()
        return ticket

    def solved(self, ticket: Ticket, at: datetime) -> None:
        """Deliver a solution with all that the manual demands."""
        wanted = self.agreement.closure.evidence.values()
        evidence = {item.id: "Se reinició el servicio, 20/11/2026 10:05" for item in wanted if item.kind == "text"}
        files = [store(name="captura.png", content_type="image/png", content=b"\x89PNG")] if any(i.kind == "file" for i in wanted) else []
        solve(ticket.pk, "Reiniciamos el servicio.", by=self.by, at=at, evidence=evidence, files=files)
        react_all()

    def mails(self, to: str = "") -> list[Outgoing]:
        """What was written, in order; to one address, or to the customer."""
        return list(Outgoing.objects.filter(to=to or self.contact.email).order_by("pk"))

    def last(self, to: str = "") -> Outgoing:
        """The last of them."""
        return self.mails(to)[-1]


def solution_of(ticket: Ticket) -> Message:
    """The last solution that was delivered."""
    return Message.objects.filter(ticket=ticket, kind="solution").latest("pk")
