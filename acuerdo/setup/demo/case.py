"""One case being lived: what its people say and do, through the product's own actions."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from random import Random

from acuerdo.core.hours import Calendar
from acuerdo.core.tickets import Status
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import Match, contract_of
from acuerdo.events.events import Actor
from acuerdo.events.queries import head_of
from acuerdo.files.actions.store import store
from acuerdo.files.models import StoredFile
from acuerdo.people.access import as_actor
from acuerdo.people.models import Person
from acuerdo.people.queries import day_of
from acuerdo.setup.demo import pictures
from acuerdo.setup.demo.rhythm import later
from acuerdo.setup.demo.settle import PROGRAMME, Town
from acuerdo.setup.demo.stories import MILESTONES, Beat, Story
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.actions.change_status import change_status
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.decide import reject
from acuerdo.tickets.actions.hear import hear
from acuerdo.tickets.actions.note import note
from acuerdo.tickets.actions.open import Report, open_case
from acuerdo.tickets.actions.raise_level import raise_level
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.models import Ticket


@dataclass
class Case:
    """A case with those who live it. `at` is when something last happened in it."""

    town: Town
    shift: Calendar
    rng: Random
    story: Story
    contact: Contact
    agent: Person
    at: datetime
    #: At which share of a promise the desk answers, and at which it solves.
    answers_at: Fraction = Fraction(2, 5)
    solves_at: Fraction = Fraction(3, 5)
    #: A beat whose instant is given, whatever the promises say, and that instant.
    fixed: tuple[str, datetime] | None = None
    ticket: Ticket | None = None
    solution: int = 0

    @property
    def pk(self) -> int:
        """The case's primary key."""
        return self.left().pk

    @property
    def is_over(self) -> bool:
        """Whether it has ended meanwhile: only a window ends a case by itself, and windows run while it is solved."""
        solved = self.left().state is Status.RESOLVED
        return solved and not Ticket.objects.filter(pk=self.pk, status=Status.RESOLVED).exists()

    @property
    def customer(self) -> Actor:
        """The customer, as the log names them."""
        return Actor("contact", self.contact.pk, self.contact.name)

    @property
    def desk(self) -> Actor:
        """Whoever has the case."""
        return as_actor(self.agent, PROGRAMME)

    # ---- when

    def soon(self, low: int, high: int) -> datetime:
        """Some minutes of the shift from now on."""
        return later(self.shift, self.at, self.rng.randint(low, high))

    def left(self) -> Ticket:
        """The case as its last action left it; alarms may have told of it since, and closed it (`is_over`)."""
        if self.ticket is None:
            msg = "The case is not open yet."
            raise ValueError(msg)
        return self.ticket

    # ---- what

    def match(self, at: datetime) -> Match:
        """What is known of the customer: the demonstration knows whom it has write."""
        contract, doubt = contract_of(self.contact.organisation, day_of(at))
        return Match(self.contact, self.contact.organisation, contract, doubt)

    def greeted(self, text: str, at: datetime) -> str:
        """What the desk says, with its greeting."""
        hour = at.astimezone(self.town.zone).hour
        part = "Buenos días" if hour < 12 else "Buenas tardes" if hour < 19 else "Buenas noches"
        return f"{part}, {self.contact.first_name}:\n\n{text}"

    def signed(self, text: str) -> str:
        """What the customer says, with their name below."""
        below = [self.contact.name, self.contact.job_title]
        return f"{text}\n\n" + "\n".join(line for line in below if line)

    def open(self, at: datetime) -> None:
        """The customer reports."""
        self.at = at
        report = Report(
            subject=self.story.subject,
            text=self.signed(self.story.tells),
            channel=self.story.channel,
            files=self.attached(self.story.file, at),
            proposed=self.story.proposed,
        )
        match = self.match(at)
        self.ticket = open_case(report, contact=self.contact, match=match, by=self.customer, at=at)

    def resume(self, at: datetime) -> None:
        """Back to work after waiting for somebody else."""
        self.at = at
        self.ticket = change_status(self.pk, Status.IN_PROGRESS, by=self.desk, at=at)

    def closing_position(self) -> int:
        """Where the closing stands in the case's log: what a survey is about."""
        return head_of("ticket", self.pk)[0]

    def attached(self, name: str, at: datetime) -> list[StoredFile]:
        """The file that goes with a message."""
        if not name:
            return []
        if name.endswith(".png"):
            return [store(name=name, content_type="image/png", content=pictures.screen(self.rng))]
        return [store(name=name, content_type="text/plain", content=pictures.log(self.rng, at.astimezone(self.town.zone)))]

    def take(self, at: datetime) -> None:
        """Somebody of the desk takes the case and classifies it."""
        self.at = at
        self.ticket = assign(self.pk, self.agent, by=self.desk, at=at)
        self.ticket = classify(self.pk, self.story.facts, by=self.desk, at=at)

    def play(self, beat: Beat, at: datetime) -> None:
        """One beat of the story."""
        self.at = at
        self.ticket = getattr(self, f"_{beat.kind}", self._says)(beat, at)

    def _says(self, beat: Beat, at: datetime) -> Ticket:
        milestones = MILESTONES.get(beat.kind, ())
        return answer(self.pk, self.greeted(beat.text, at), by=self.desk, at=at, milestones=milestones).ticket

    def _asks(self, beat: Beat, at: datetime) -> Ticket:
        return answer(self.pk, self.greeted(beat.text, at), by=self.desk, at=at, then=Status.WAITING_CUSTOMER).ticket

    def _notes(self, beat: Beat, at: datetime) -> Ticket:
        return note(self.pk, beat.text, by=self.desk, at=at).ticket

    def _replies(self, beat: Beat, at: datetime) -> Ticket:
        return self.write(beat.text, at)

    def write(self, text: str, at: datetime, *, automatic: bool = False) -> Ticket:
        """The customer writes; after the end that makes another case, which is given back."""
        match = self.match(at)
        report = Report(subject=f"Re: {self.story.subject}", text=text, channel="email")
        return hear(self.pk, report, contact=self.contact, match=match, by=self.customer, at=at, automatic=automatic)

    def _raises(self, beat: Beat, at: datetime) -> Ticket:
        raised = raise_level(self.pk, beat.to, reason=beat.text, by=self.desk, at=at)
        there = self.town.at_level(beat.to)
        if not there:
            return raised
        by, self.agent = self.desk, self.rng.choice(there)
        return assign(self.pk, self.agent, by=by, at=at)

    def _waits(self, beat: Beat, at: datetime) -> Ticket:
        return change_status(self.pk, Status(beat.to), reason=beat.text, by=self.desk, at=at)

    def _solves(self, beat: Beat, at: datetime) -> Ticket:
        wanted = self.town.agreement.closure.evidence
        said = {
            name: self.story.evidence.get(name, beat.text.partition("\n")[0])
            for name, item in wanted.items()
            if item.kind == "text" and item.required
        }
        proof = any(item.kind == "file" and item.required for item in wanted.values())
        files = self.attached("prueba-despues.log" if proof else "", at)
        text = self.greeted(beat.text, at)
        message = solve(self.pk, text, by=self.desk, at=at, evidence={**said, **self.story.evidence}, files=files)
        self.solution = message.pk
        return message.ticket

    _solves_again = _solves

    def _rejects(self, beat: Beat, at: datetime) -> Ticket:
        return reject(self.pk, self.solution, beat.text, contact=self.contact, by=self.customer, at=at)
