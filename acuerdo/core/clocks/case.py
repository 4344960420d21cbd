"""A case while its log is applied, event by event (clocks.md part 5)."""

from datetime import datetime

from acuerdo.core.clocks.clock import ENDS, STATES
from acuerdo.core.clocks.cycle import Correction, Cycle, Facts, Pledge
from acuerdo.core.clocks.happening import Happening
from acuerdo.core.clocks.legal import check
from acuerdo.core.clocks.log import illegal
from acuerdo.core.clocks.rule import ClockRule, Kind, OnReclassify, OnReopen
from acuerdo.core.clocks.terms import Promise, Terms

#: The status in which an event puts the case.
LEADS_TO = {
    "opened": "new",
    "resolved": "resolved",
    "reopened": "in_progress",
    "closed": "closed",
    "cancelled": "cancelled",
}

#: The events that bring facts, and those that note something on a clock.
FACTS = frozenset({"opened", "classified", "terms"})
NOTES = frozenset({"promised", "corrected"})


class Case:
    """Facts, status, terms and the cycles of each clock, changed by one event after the other."""

    def __init__(self, terms: Terms) -> None:
        """Begin before the opening."""
        self.terms = terms
        self.status = ""
        self.facts: Facts = {}
        self.cycles: dict[str, list[Cycle]] = {}
        self.moving = moving(terms)

    def apply(self, event: Happening) -> None:
        """Apply an event: facts, stops or end, status, starts. Raises IllegalLog."""
        check(event, self.status, self.terms)
        name = event.event
        if name in FACTS:
            self.take_facts(event)
        if name in self.moving:
            self.stop(event)
            self.enter(event)
            self.start(event)
        elif name == "status":
            self.enter(event)
        if name in NOTES:
            self.note(event)

    def live(self) -> list[Cycle]:
        """Give the cycle of each clock that has started and not stopped."""
        return [cycles[-1] for cycles in self.cycles.values() if cycles[-1].stopped_at is None]

    def take_facts(self, event: Happening) -> None:
        """Replace the facts that the event brings, and the terms."""
        facts, self.facts = self.facts, {**self.facts, **event.facts}
        if event.event == "classified":
            self.restart_reclassified(facts, event.at)
        elif event.terms is not None:
            self.take_terms(event.terms, event.at)

    def restart_reclassified(self, before: Facts, at: datetime) -> None:
        """Let clocks that say so run from now, if they get another target."""
        for cycle in self.live():
            if cycle.rule.on_reclassify is OnReclassify.RESTART:
                clock = cycle.rule.id
                if differ(self.terms.promise(clock, before), self.terms.promise(clock, self.facts)):
                    cycle.count_from(at)

    def take_terms(self, terms: Terms, at: datetime) -> None:
        """Go on under other terms; live clocks follow their rules, what has stopped stays."""
        self.terms, self.moving = terms, moving(terms)
        rules = {rule.id: rule for rule in terms.rules}
        for cycle in self.live():
            cycle.rule = rules.get(cycle.rule.id, cycle.rule)
            cycle.enter(self.status, at)

    def stop(self, event: Happening) -> None:
        """Stop what the event stops; an end stops everything."""
        for cycle in self.live():
            if event.event in ENDS:
                cycle.end(event.event, event.at, self.facts, self.terms)
            elif event.event in cycle.rule.stops:
                cycle.stop(event.event, event.at, self.facts, self.terms)

    def enter(self, event: Happening) -> None:
        """Enter the status that the event names or leads to."""
        status = event.status if event.event == "status" else LEADS_TO.get(event.event)
        if status and status != self.status:
            self.status = status
            for cycle in self.live():
                if cycle.rule.pauses_in:
                    cycle.enter(status, event.at)

    def start(self, event: Happening) -> None:
        """Start what the event starts; an ended case starts nothing but by its end."""
        if self.status in ENDS and event.event not in ENDS:
            return
        for rule in self.terms.rules:
            if event.event == "reopened" and rule.id in self.cycles:
                self.reopen(rule, event)
            if rule.starts == event.event:
                self.start_clock(rule, event)

    def start_clock(self, rule: ClockRule, event: Happening) -> None:
        """Begin the first cycle, or a further one if the clock repeats; each solution its windows anew."""
        last = self.cycles[rule.id][-1] if rule.id in self.cycles else None
        if last is not None and last.is_live:
            if rule.kind is Kind.PROMISE:
                return
            last.stop(event.event, event.at, self.facts, self.terms)
        if last is None or rule.repeats or rule.kind is Kind.WINDOW:
            self.begin(rule, event.at)

    def reopen(self, rule: ClockRule, event: Happening) -> None:
        """Do to a stopped clock what its rule says of a reopening."""
        last = self.cycles[rule.id][-1]
        if last.is_live:
            return
        if rule.on_reopen is OnReopen.RESUME:
            last.resume(self.status, event.at)
        elif rule.on_reopen is OnReopen.RESTART:
            self.begin(rule, event.at)

    def begin(self, rule: ClockRule, at: datetime) -> Cycle:
        """Begin a cycle, standing still if the status says so."""
        cycles = self.cycles.setdefault(rule.id, [])
        cycle = Cycle(rule, len(cycles) + 1, at, at, self.facts)
        cycle.enter(self.status, at)
        cycles.append(cycle)
        return cycle

    def note(self, event: Happening) -> None:
        """Note a promised date or a corrected state on its clock."""
        if event.event == "promised":
            self.promise(event)
        elif event.event == "corrected" and event.corrects is None:
            self.correct(event)

    def promise(self, event: Happening) -> None:
        """Note a date on the live cycle of its clock.

        The clock begins with it if it has not begun, is owed no other time, and the case has not ended.
        """
        rule = self.rule_of(event)
        if event.date is None:
            raise illegal(event, "it promises no date")
        owed = self.terms.promise(rule.id, self.facts)
        if rule.id not in self.cycles and self.status not in ENDS and (owed is None or owed.target.is_date):
            self.begin(rule, event.at)
        last = self.cycles[rule.id][-1] if rule.id in self.cycles else None
        if last is not None and last.is_live:
            last.pledges.append(Pledge(event.at, event.date, event.reason))

    def correct(self, event: Happening) -> None:
        """Note a state that a person put right."""
        rule = self.rule_of(event)
        cycles = self.cycles.get(rule.id, [])
        number = len(cycles) if event.cycle is None else event.cycle
        if not 1 <= number <= len(cycles):
            raise illegal(event, f"clock {rule.id!r} has no cycle {number}")
        if event.state not in STATES[rule.kind]:
            known = ", ".join(sorted(STATES[rule.kind]))
            raise illegal(event, f"a {rule.kind} is never {event.state!r}; it may be {known}")
        cycles[number - 1].corrections.append(Correction(event.at, event.state, event.reason))

    def rule_of(self, event: Happening) -> ClockRule:
        """Give the rule of the clock that an event names."""
        for rule in self.terms.rules:
            if rule.id == event.clock:
                return rule
        known = ", ".join(rule.id for rule in self.terms.rules)
        raise illegal(event, f"there is no clock {event.clock!r}; the manual has {known}")


def moving(terms: Terms) -> frozenset[str]:
    """Give the events that start or stop a clock or lead to a status; of the others no clock takes notice."""
    return frozenset(LEADS_TO).union(name for rule in terms.rules for name in (rule.starts, *rule.stops))


def differ(before: Promise | None, after: Promise | None) -> bool:
    """Say whether a target or its calendar was exchanged; one that comes or goes is not."""
    if before is None or after is None:
        return False
    return (before.target, before.calendar) != (after.target, after.calendar)
