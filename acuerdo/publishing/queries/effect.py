"""What a replay found: how many cases would have been late, by clock and by plan, and the cases themselves."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, F, Q, QuerySet

from acuerdo.core.agreements import Agreement
from acuerdo.publishing.models import ManualDraft, Replay, ReplayedCase
from acuerdo.publishing.queries.judging import NO_TARGET

#: What of the cases one wants to see, by the word in the address.
CHANGES = {
    "vencerian": Q(would_be_late=True),
    "nuevos": Q(would_be_late=True, was_late=False),
    "dejan": Q(would_be_late=False, was_late=True, problem=""),
    "vencieron": Q(was_late=True),
    "sin-tiempo": Q(problem=NO_TARGET),
    "sin-comparar": Q(clock=""),
}
WOULD, WAS = CHANGES["vencerian"], CHANGES["vencieron"]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: a clock or a plan, how much was compared, how much was late and would be, what comes and what goes."""

    id: str
    label: str
    of: int
    was: int
    would: int
    new: int
    gone: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Why some cases could not be compared, and how many."""

    kind: str
    facts: dict[str, str]
    cases: int


@dataclass(frozen=True)
class Effect:
    """A finished replay in numbers; `draft` gives the words of clocks and plans."""

    replay: Replay
    draft: Agreement

    @cached_property
    def cases(self) -> dict[str, int]:
        """Cases, not promises: those compared, late and would be late."""
        found = self.replay.cases.aggregate(
            would=Count("ticket", filter=WOULD, distinct=True),
            was=Count("ticket", filter=WAS, distinct=True),
            apart=Count("ticket", filter=Q(clock=""), distinct=True),
            without=Count("ticket", filter=Q(problem=NO_TARGET), distinct=True),
        )
        return {**found, "of": self.replay.total - found["apart"]}

    @cached_property
    def by_clock(self) -> list[Row]:
        """A row a clock, in the manual's order; its promises are counted."""
        found = self._counted("clock")
        totals = {clock: sum(plans.values()) for clock, plans in self.replay.measured.items()}
        return [
            self._row(clock, rule.label, totals.get(clock, 0), found.get(clock))
            for clock, rule in self.draft.clocks.items()
            if clock in totals
        ]

    @cached_property
    def by_plan(self) -> list[Row]:
        """A row a plan, in the manual's order; its promises are counted."""
        found = self._counted("plan")
        totals: dict[str, int] = {}
        for plans in self.replay.measured.values():
            for plan, count in plans.items():
                totals[plan] = totals.get(plan, 0) + count
        order = [*self.draft.plans, *(plan for plan in totals if plan not in self.draft.plans)]
        return [self._row(plan, self.plan_label(plan), totals[plan], found.get(plan)) for plan in order if plan in totals]

    @cached_property
    def worst_plan(self) -> tuple[str, int]:
        """The plan with most of the cases that would be late, and how many; "" where none would."""
        late = self.replay.cases.filter(WOULD).values("plan").annotate(n=Count("ticket", distinct=True)).order_by("-n", "plan").first()
        return (self.plan_label(late["plan"]), late["n"]) if late and late["plan"] else ("", 0)

    @cached_property
    def problems(self) -> list[Problem]:
        """Why cases are missing, most first."""
        found = self.replay.cases.filter(clock="").values("problem", "facts").annotate(n=Count("ticket")).order_by("-n", "problem")
        return [Problem(each["problem"], each["facts"], each["n"]) for each in found]

    def plan_label(self, plan: str) -> str:
        """A plan's words; its name where the draft has no such plan."""
        return self.draft.plans[plan].label if plan in self.draft.plans else plan

    def clock_label(self, clock: str) -> str:
        """A clock's words."""
        return self.draft.clocks[clock].label if clock in self.draft.clocks else clock

    def _counted(self, by: str) -> dict[str, dict[str, int]]:
        """How many promises were late, would be, come and go, by clock or by plan."""
        words = {"was": "vencieron", "would": "vencerian", "new": "nuevos", "gone": "dejan"}
        counts = {name: Count("pk", filter=CHANGES[word]) for name, word in words.items()}
        late = self.replay.cases.exclude(clock="").exclude(problem=NO_TARGET)
        return {str(each[by]): each for each in late.values(by).annotate(**counts)}

    @staticmethod
    def _row(row_id: str, label: str, of: int, found: dict[str, int] | None) -> Row:
        counts = found or {"was": 0, "would": 0, "new": 0, "gone": 0}
        return Row(row_id, label, of, counts["was"], counts["would"], counts["new"], counts["gone"])


def last_replay(draft: ManualDraft) -> Replay | None:
    """The newest replay of a draft, with who began it."""
    return draft.replays.select_related("started_by").order_by("-pk").first()


def cases_of(replay: Replay, *, change: str = "", clock: str = "", plan: str = "") -> QuerySet[ReplayedCase]:
    """The cases behind a number, those whose deadline moves most first."""
    found = replay.cases.filter(CHANGES.get(change, Q()))
    found = found.filter(clock=clock) if clock else found
    found = found.filter(plan=plan) if plan else found
    return found.order_by(F("number").desc(), "clock", "cycle")
