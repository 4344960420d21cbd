"""What is going on in the open cases of a desk besides their stories: approvals, checks, replies, tasks, times, who follows them."""

from collections.abc import Callable
from datetime import datetime, timedelta

from acuerdo.core.agreements import Reply
from acuerdo.events.events import Actor
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.setup.demo import phrases
from acuerdo.setup.demo.settle import PROGRAMME, Town
from acuerdo.tickets.actions.approve import ask
from acuerdo.tickets.actions.check_off import begin_checks, check_off
from acuerdo.tickets.actions.enter_time import Spent, enter_time
from acuerdo.tickets.actions.follow import follow
from acuerdo.tickets.actions.link import link
from acuerdo.tickets.actions.ready import any_needed
from acuerdo.tickets.actions.reply import Points, guided, reply_formally
from acuerdo.tickets.actions.return_to_customer import return_to_customer, returnable
from acuerdo.tickets.actions.tag import tag
from acuerdo.tickets.actions.tasks import add_task
from acuerdo.tickets.models import Check, Clock, Link, Ticket, TimeEntry

DAY = timedelta(days=1)
#: So many open cases are tagged, have time noted, a task, or somebody who follows them.
TAGGED, TIMED, TASKS, FOLLOWED = 7, 6, 3, 3
TAGS = ("cierre de mes", "vip", "capacitación")
TODO = (
    "Llamar a confirmar el horario de la prueba",
    "Pedir el registro al proveedor",
    "Revisar las otras sedes",
)


class Dressing:
    """Dresses the open cases of a town as of `at`, by the product's own actions. The caller is in `historic()`."""

    def __init__(self, town: Town, at: datetime) -> None:
        """With the cases that somebody works on, the oldest first."""
        self.town, self.at = town, at
        cases = Ticket.objects.filter(status="in_progress", assignee__isnull=False).select_related("manual", "assignee", "organisation")
        self.cases = list(cases.order_by("number"))
        self.free = self.cases[::-1]
        self.supervisor: Person = town.acting_as("supervisor")[0]

    def dress(self) -> None:
        """All of it; what a manual does not have is left out."""
        for act in (self.tell_apart, self.note_times, self.leave_tasks, self.be_followed, self.relate):
            act()
        self.ask_approvals()
        for act in (self.check, self.reply, self.return_one):
            act()

    def by(self, ticket: Ticket) -> Actor:
        """Whoever has the case."""
        return as_actor(ticket.assignee or self.supervisor, PROGRAMME)

    def tell_apart(self) -> None:
        """Tags."""
        for number, ticket in enumerate(self.cases[:TAGGED]):
            tag(ticket.pk, [TAGS[number % len(TAGS)]], by=self.by(ticket), at=self.at)

    def note_times(self) -> None:
        """Times, some of which the customer pays for."""
        kinds = (TimeEntry.Activity.ANALYSIS, TimeEntry.Activity.SUPPORT, TimeEntry.Activity.TESTING)
        for number, ticket in enumerate(self.cases[:TIMED]):
            day = self.at.astimezone(self.town.zone).date()
            spent = Spent(minutes=20 + 15 * number, activity=kinds[number % len(kinds)], day=day, billable=number % 2 == 1)
            enter_time(ticket.pk, spent, by=self.by(ticket), at=self.at)

    def leave_tasks(self) -> None:
        """Tasks of whoever has the case."""
        for ticket, text in zip(self.cases[:TASKS], TODO, strict=False):
            add_task(ticket.pk, text, to=ticket.assignee, due_at=self.at + DAY, by=self.by(ticket), at=self.at)

    def be_followed(self) -> None:
        """By whoever watches over the desk."""
        for ticket in self.cases[:FOLLOWED]:
            follow(ticket.pk, self.supervisor, by=as_actor(self.supervisor, PROGRAMME), at=self.at)

    def relate(self) -> None:
        """Two cases of one customer."""
        known: dict[int, Ticket] = {}
        for ticket in self.cases:
            other = known.setdefault(ticket.organisation_id or 0, ticket)
            if other is not ticket and ticket.organisation_id:
                link(ticket.pk, other.pk, Link.Kind.RELATES, by=self.by(ticket), at=self.at)
                return

    def first(self, fits: Callable[[Ticket], bool]) -> Ticket | None:
        """The case opened last that will do and of which nothing is told yet: what the scenes show of clocks stays."""
        found = next((ticket for ticket in self.free if fits(ticket)), None)
        if found is not None:
            self.free.remove(found)
        return found

    def ask_approvals(self) -> None:
        """Of the committee, for everything that the manual holds back until then."""
        for ticket in self.cases:
            if any_needed(ticket) and self.is_used("waiting_approval"):
                ask(ticket.pk, "committee", of="Comité de control de cambios", text=ticket.subject, by=self.by(ticket), at=self.at)

    def is_used(self, status: str) -> bool:
        """Whether the manual has this status."""
        return self.town.agreement.statuses[status].used

    def check(self) -> None:
        """The checks of a common incident, of which the customer has made the first (SGM-T4)."""
        incidents = list(self.town.agreement.common_incidents.incidents)
        ticket = self.first(lambda one: one.facts.get("type") == "incidente") if incidents else None
        if ticket is None:
            return
        begun = begin_checks(ticket.pk, incidents[0].id, by=self.by(ticket), at=self.at)
        check = Check.objects.filter(checklist=begun).order_by("place")[0]
        customer = Actor("contact", ticket.contact_id, ticket.contact.name)
        check_off(ticket.pk, check.pk, contact=ticket.contact, by=customer, at=self.at)

    def reply(self) -> None:
        """A formal reply with all its points and its date (INT-108, DIG-036)."""
        ticket = self.first(lambda one: self.reply_due(one) is not None)
        due = self.reply_due(ticket) if ticket else None
        if ticket is None or due is None:
            return
        day = (self.at + 6 * DAY).astimezone(self.town.zone).date()
        said = {point: phrases.POINTS.get(point, phrases.POINT) for point in due.points if point not in due.promises}
        points = Points(reply=due.id, said=said, days=dict.fromkeys(due.promises, day))
        reply_formally(ticket.pk, [points], by=self.by(ticket), at=self.at)

    def reply_due(self, ticket: Ticket) -> Reply | None:
        """The reply with a date that a running clock of the case waits for."""
        if any_needed(ticket):
            return None
        running = set(Clock.objects.filter(ticket=ticket, state="running").values_list("clock", flat=True))
        rules = self.town.agreement.clocks
        awaited = {stop for clock in running for stop in rules[clock].stops}
        due = (one for one in guided(self.town.agreement, ticket) if one.promises and one.milestone in awaited)
        return next(due, None)

    def return_one(self) -> None:
        """Given back for what is missing, where the manual names reasons for it (DIG-019)."""
        kinds = self.town.agreement.types
        ticket = self.first(lambda one: bool(kinds[one.facts["type"]].returns))
        if ticket is not None:
            point = next(iter(kinds[ticket.facts["type"]].returns))
            if point in returnable(ticket, self.town.agreement):
                return_to_customer(ticket.pk, [point], text=phrases.RETURNED, by=self.by(ticket), at=self.at)
