"""Setting the scenes: who lives them, with which story, and when it must begin for the clocks to stand as they should."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from fractions import Fraction
from random import Random

from acuerdo.core.clocks import ClockRule, Promise
from acuerdo.core.hours import deadline
from acuerdo.customers.models import Contact, Contract
from acuerdo.setup.demo.case import Case
from acuerdo.setup.demo.casting import Casting
from acuerdo.setup.demo.course import Course, Life
from acuerdo.setup.demo.life import live
from acuerdo.setup.demo.rhythm import ago, back_to_work, started_for
from acuerdo.setup.demo.scenes import Scene, promises, scenes
from acuerdo.setup.demo.stories import Story, told

#: Scenes tell with what the gaps hold last.
TURN = 7
TWO_FIFTHS, THREE_FIFTHS = Fraction(2, 5), Fraction(3, 5)
#: A clock that a scene shows lasts longer than this: what is over in ten minutes is over before anybody looks.
SHORTEST = timedelta(minutes=90)
#: Within this a solution is not closed by silence, by any manual.
LONGEST = timedelta(hours=60)
#: So many clients are tried for a scene before it is left out.
ATTEMPTS = 9
#: What starts a promise when a case is opened; `ready` waits for an approval where there is one to wait for.
AT_ONCE = frozenset({"opened", "ready"})

Held = tuple[ClockRule, Promise]


class Stage:
    """Gives the lives that lead to the scenes of a desk."""

    def __init__(self, casting: Casting) -> None:
        """With the people and stories of the past."""
        self.casting, self.town, self.now = casting, casting.town, casting.now
        self.shift, self.templates = casting.shift, casting.templates
        self.contracts = {one.organisation_id: one for one in Contract.objects.order_by("-pk")}
        self.used: Counter[int] = Counter()

    def lives(self) -> Iterator[Life]:
        """One a scene."""
        for number, scene in enumerate(scenes()):
            yield from self.staged(scene, Random(f"{self.town.roster.id}-scene-{number}"))

    def staged(self, scene: Scene, rng: Random) -> Iterator[Life]:
        """The life that leads to a scene; none if no story can be told so."""
        for contact in (self.cast_in(scene, rng) for _ in range(1 if scene.whose == "stranger" else ATTEMPTS)):
            for index in sorted(range(len(self.templates)), key=self.used.__getitem__):
                story = told(self.templates[index], rng, TURN + self.used[index])
                held = self.held(scene, story, contact)
                if scene.fits(story) and self.suits(scene, held):
                    self.used[index] += 1
                    yield self.scene(scene, self.casting.case(rng, story, contact, self.now), held)
                    return

    def suits(self, scene: Scene, held: Held | None) -> bool:
        """Whether the promise will do: there is one where the scene shows a clock, and it is not over in a moment."""
        if scene.holds:
            return held is not None and self.length(held[1]) > SHORTEST
        pausable = any(rule.pauses_in for rule in promises(self.town.agreement))
        return scene.beat != "asks" or not pausable or (held is not None and bool(held[0].pauses_in))

    def length(self, promise: Promise) -> timedelta:
        """How long a promise of now would last."""
        return deadline(promise.calendar, promise.target.unit, self.now, promise.target.amount) - self.now

    def cast_in(self, scene: Scene, rng: Random) -> Contact:
        """Who reports in a scene."""
        if scene.whose == "stranger":
            return self.casting.stranger()
        fit = [one for one in self.town.roster.clients if bool(one.share) == (scene.whose == "contract")]
        client = rng.choices(fit, [one.share or 1 for one in fit])[0]
        return rng.choice(self.town.contacts[client.name])

    def held(self, scene: Scene, story: Story, contact: Contact) -> Held | None:
        """The promise that the scene holds, of those that story and contact give."""
        given = [(rule, promise) for rule in promises(self.town.agreement) if (promise := self.promised(rule, story, contact))]
        return given[0 if scene.holds == "first" else -1] if given else None

    def promised(self, rule: ClockRule, story: Story, contact: Contact) -> Promise | None:
        """What a clock promises a case told so."""
        contract = self.contracts.get(contact.organisation_id or 0)
        facts = {**self.town.agreement.intake.facts, **story.proposed, **story.facts}
        if contract and contract.plan:
            facts["plan"] = contract.plan
        return self.town.agreement.terms(contract.overrides if contract else None).promise(rule.id, facts)

    def scene(self, scene: Scene, case: Case, held: Held | None) -> Life:
        """Set the case to its instants."""
        case.answers_at, case.solves_at = TWO_FIFTHS, THREE_FIFTHS
        if scene.holds and held:
            return self.holding(scene, case, *held)
        instant = self.now - scene.ago
        if scene.beat == "opened":
            case.at = instant
            return live(case, Course(is_taken=False))
        if scene.beat == "all":
            case.at = instant
            return live(case, Course(stops_after=case.story.beats[-1].kind))
        worked = back_to_work(self.shift, instant)
        # By night or on a Sunday only where the last shift is so long ago that a window would have ended since.
        instant = worked if self.now - worked < LONGEST or not self.town.agreement.closure.auto_close else instant
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
