"""Who lives which story, and when, in the sixty days: by chance, from one seed a desk."""

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from itertools import cycle
from random import Random

from acuerdo.customers.actions.meet import meet
from acuerdo.customers.models import Contact
from acuerdo.people.models import Person
from acuerdo.setup.demo.case import Case
from acuerdo.setup.demo.course import Course, End, Life
from acuerdo.setup.demo.life import arrive_twice, arrive_unknown, live
from acuerdo.setup.demo.rhythm import MINUTE, days_of, shift, writes_on
from acuerdo.setup.demo.roster import Client
from acuerdo.setup.demo.settle import Town
from acuerdo.setup.demo.stories import Story, stories_of, told

ENDS = {End.APPROVES: 11, End.SILENT: 4, End.THANKS: 2, End.COMES_BACK: 1, End.AWAY: 1}
#: Of a hundred promises so many are broken, and of so many mails one arrives twice or from nobody known.
LATE, TWICE, UNKNOWN = 6, 24, 20


class Casting:
    """Gives the lives of a desk up to `now`."""

    def __init__(self, town: Town, now: datetime) -> None:
        """Shuffle the stories once, so that neighbours in time differ."""
        self.town, self.now = town, now.replace(second=0, microsecond=0)
        self.today = now.astimezone(town.zone).date()
        self.shift = shift(town.zone, self.today.year)
        self.rng = Random(town.roster.id)
        self.templates = stories_of(town.roster.id)
        self.rng.shuffle(self.templates)
        self.strangers = iter(town.roster.strangers)

    def lives(self) -> Iterator[Life]:
        """The cases of every day, each with a seed of its own: one that changes leaves the others as they are."""
        days = days_of(self.rng, self.today, self.town.roster.cases)
        tellings = cycle([one for one in self.templates if not one.get("only_now")])
        for number, day in enumerate(days):
            rng = Random(f"{self.town.roster.id}-{number}")
            story = told(next(tellings), rng, number // len(self.templates))
            client = rng.choices(self.town.roster.clients, [one.share for one in self.town.roster.clients])[0]
            contact = rng.choice(self.town.contacts[client.name])
            opened = writes_on(rng, day, self.town.zone, by_night=self.answers_by_night(client))
            case = self.case(rng, story, contact, opened)
            end = rng.choices(list(ENDS), list(ENDS.values()))[0]
            # Who telephoned telephones again.
            course = Course(end=End.APPROVES if end is End.COMES_BACK and story.channel != "email" else end)
            if number % UNKNOWN == UNKNOWN // 2 and contact.organisation:
                case.contact = self.stranger()
                yield arrive_unknown(case, course, contact.organisation)
                continue
            yield live(case, course)
            if number % TWICE == TWICE // 2:
                again = self.case(Random(f"{self.town.roster.id}-{number}-again"), story, contact, opened + 11 * MINUTE)
                yield arrive_twice(again, case)

    def answers_by_night(self, client: Client) -> bool:
        """Whether somebody attends this client at any hour."""
        agreement = self.town.agreement
        plan = agreement.plans.get(client.contracts[0].plan) if client.contracts else None
        name = plan.calendar if plan else agreement.default_calendar
        return bool(name) and agreement.calendars[name].always

    def case(self, rng: Random, story: Story, contact: Contact, opened: datetime) -> Case:
        """A case with its people and its haste: mostly in time, now and then not."""
        haste = (rng.randint(104, 150) if rng.randrange(100) < LATE else rng.randint(12, 72) for _ in range(2))
        answers, solves = (Fraction(share, 100) for share in haste)
        return Case(self.town, self.shift, rng, story, contact, rng.choice(self.front()), opened, answers, solves)

    def front(self) -> list[Person]:
        """The agents of the lowest step of the ladder that has any."""
        ladder = self.town.agreement.ladder
        agents = self.town.acting_as("agent")
        for step in ladder.steps if ladder else ():
            here = [person for person in agents if person.level == step]
            if here:
                return here
        return agents

    def stranger(self) -> Contact:
        """Somebody from an address that nobody knows."""
        one = next(self.strangers)
        return meet(email=one.email, name=one.name, organisation=None)
