"""Who lives which story, and when: the sixty days by chance, the last hours by the scenes. One seed a desk."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import cycle
from random import Random

from acuerdo.core.clocks import ClockRule, Promise
from acuerdo.core.hours import deadline
from acuerdo.customers.actions.meet import meet
from acuerdo.customers.models import Contact, Contract
from acuerdo.people.models import Person
from acuerdo.setup.demo.case import Case
from acuerdo.setup.demo.life import Course, End, Life, arrive_twice, arrive_unknown, live
from acuerdo.setup.demo.rhythm import MINUTE, ago, back_to_work, days_of, shift, started_for, writes_on
from acuerdo.setup.demo.roster import Client
from acuerdo.setup.demo.scenes import Scene, promises, scenes
from acuerdo.setup.demo.settle import Town
from acuerdo.setup.demo.stories import Story, stories_of, told

ENDS = {End.APPROVES: 11, End.SILENT: 4, End.THANKS: 2, End.COMES_BACK: 1, End.AWAY: 1}
#: Of a hundred promises so many are broken, and of so many mails one arrives twice or from nobody known.
LATE, TWICE, UNKNOWN = 6, 24, 20
#: Scenes tell with what the gaps hold last.
TURN = 7
TWO_FIFTHS = Fraction(2, 5)
#: A clock that a scene shows lasts longer than this: what is over in ten minutes is over before anybody looks.
SHORTEST = timedelta(minutes=90)
#: So many clients are tried for a scene before it is left out.
ATTEMPTS = 9

#: What starts a promise when a case is opened; `ready` waits for an approval where there is one to wait for.
AT_ONCE = frozenset({"opened", "ready"})

Held = tuple[ClockRule, Promise]


class Casting:
    """Gives the lives of a desk up to `now`."""

    def __init__(self, town: Town, now: datetime) -> None:
        """Shuffle the stories once, so that neighbours in time differ."""
        self.town, self.now = town, now
        self.today = now.astimezone(town.zone).date()
        self.shift = shift(town.zone, self.today.year)
        self.rng = Random(town.roster.id)
        self.templates = stories_of(town.roster.id)
        self.rng.shuffle(self.templates)
        self.contracts = {one.organisation_id: one for one in Contract.objects.order_by("-pk")}
        self.strangers = iter(town.roster.strangers)

    def lives(self) -> Iterator[Life]:
        """Every life, the past ones first."""
        yield from self.past()
        used: Counter[int] = Counter()
        for number, scene in enumerate(scenes()):
            yield from self.staged(scene, Random(f"{self.town.roster.id}-scene-{number}"), used)

    # ---- the sixty days

    def past(self) -> Iterator[Life]:
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
            if number % UNKNOWN == UNKNOWN // 2:
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

    # ---- the last hours

    def staged(self, scene: Scene, rng: Random, used: Counter[int]) -> Iterator[Life]:
        """The life that leads to a scene; none if no story can be told so."""
        for contact in (self.cast_in(scene, rng) for _ in range(1 if scene.whose == "stranger" else ATTEMPTS)):
            for index in sorted(range(len(self.templates)), key=used.__getitem__):
                story = told(self.templates[index], rng, TURN + used[index])
                held = self.held(scene, story, contact)
                if scene.fits(story) and self.suits(scene, held):
                    used[index] += 1
                    yield self.scene(scene, self.case(rng, story, contact, self.now), held)
                    return

    def suits(self, scene: Scene, held: Held | None) -> bool:
        """Whether the promise will do: there is one where the scene shows a clock, and it is not over in a moment."""
        if scene.holds:
            return held is not None and deadline(held[1].calendar, held[1].target.unit, self.now, held[1].target.amount) - self.now > SHORTEST
        pausable = any(rule.pauses_in for rule in promises(self.town.agreement))
        return scene.beat != "asks" or not pausable or (held is not None and bool(held[0].pauses_in))

    def cast_in(self, scene: Scene, rng: Random) -> Contact:
        """Who reports in a scene."""
        if scene.whose == "stranger":
            return self.stranger()
        fit = [one for one in self.town.roster.clients if bool(one.share) == (scene.whose == "contract")]
        client = rng.choices(fit, [one.share or 1 for one in fit])[0]
        return rng.choice(self.town.contacts[client.name])

    def held(self, scene: Scene, story: Story, contact: Contact) -> Held | None:
        """The promise that the scene holds, of those that story and contact give."""
        given = [(rule, promise) for rule in promises(self.town.agreement) if (promise := self.promised(rule, story, contact))]
        return given[0 if scene.holds == "first" else -1] if given else None

    def promised(self, rule: ClockRule, story: Story, contact: Contact) -> Promise | None:
        """What a clock promises a case told so."""
        contract = self.contracts.get(contact.organisation_id)
        facts = {**self.town.agreement.intake.facts, **story.proposed, **story.facts}
        if contract and contract.plan:
            facts["plan"] = contract.plan
        return self.town.agreement.terms(contract.overrides if contract else None).promise(rule.id, facts)

    def scene(self, scene: Scene, case: Case, held: Held | None) -> Life:
        """Set the case to its instants."""
        case.answers_at, case.solves_at = TWO_FIFTHS, Fraction(3, 5)
        if scene.holds and held:
            return self.holding(scene, case, *held)
        instant = self.now - scene.ago
        if scene.beat == "opened":
            case.at = instant
            return live(case, Course(is_taken=False))
        if scene.beat == "all":
            case.at = instant
            return live(case, Course(stops_after=case.story.beats[-1].kind))
        if not (held and held[1].calendar.always):
            instant = back_to_work(self.shift, instant)
        case.fixed = (scene.beat, instant)
        case.at = self.opened_before(instant, case)
        writes = None if scene.wrote is None else self.now - scene.wrote
        stops = "" if scene.beat == "solves" else scene.beat
        return live(case, Course(end=scene.end, stops_after=stops, writes_at=writes))

    def opened_before(self, instant: datetime, case: Case) -> datetime:
        """When a case was opened of which a beat comes at an instant, in time for everything it was promised."""
        rules = [rule for rule in promises(self.town.agreement) if rule.starts in AT_ONCE]
        given = [promise for rule in rules if (promise := self.promised(rule, case.story, case.contact))]
        some_hours = ago(self.shift, case.rng.randint(2, 5) * 60, instant)
        return max((started_for(promise, TWO_FIFTHS, instant) for promise in given), default=some_hours)

    def holding(self, scene: Scene, case: Case, rule: ClockRule, promise: Promise) -> Life:
        """A promise of which a share has passed, and that nobody has kept yet."""
        begun = started_for(promise, scene.share, self.now)
        if rule.starts in AT_ONCE:
            case.at = begun
        else:
            case.fixed = ("diagnoses", begun)
            case.at = ago(self.shift, 45, begun) - timedelta(minutes=case.rng.randint(1, 9))
        return live(case, Course(stops_before=frozenset(rule.stops)))
