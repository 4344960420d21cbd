"""The effect of a draft: the cases of the last ninety days under it."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from acuerdo.agreements.queries import read_text
from acuerdo.core.agreements import Agreement, Faults
from acuerdo.people.access import ADMINISTER, SignedInRequest, needs
from acuerdo.publishing import wording
from acuerdo.publishing.actions.replay import start_replay
from acuerdo.publishing.models import ManualDraft, Replay, ReplayedCase
from acuerdo.publishing.queries.effect import CHANGES, Effect, cases_of, last_replay
from acuerdo.publishing.views.draft import to
from acuerdo.publishing.views.drafted import draft_there
from acuerdo.publishing.views.remarks import review
from acuerdo.tickets.queries import open_cases_by_version

SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def show(request: SignedInRequest) -> HttpResponse:
    """What was found, or how far it is; by POST it is counted, as a job."""
    draft = draft_there()
    if request.method == "POST":
        try:
            start_replay(draft, person=request.user, at=timezone.now())
        except Faults:
            return to("publishing:draft")
        return to("publishing:effect")
    return render(request, "publishing/admin/effect.html", context_of(draft))


def context_of(draft: ManualDraft) -> dict[str, object]:
    """What the page shows."""
    replay = last_replay(draft)
    return {
        "draft": draft,
        "review": review(draft.text, timezone.now()),
        "replay": replay,
        "is_of_this_text": replay is not None and replay.text == draft.text,
        "percent": 100 * replay.done // max(1, replay.total) if replay else 0,
        "staying": sum(open_cases_by_version().values()),
        "here": "effect",
        **(numbers(replay) if replay and replay.finished_at else {}),
    }


def numbers(replay: Replay) -> dict[str, object]:
    """A finished replay in numbers and words."""
    agreement = read_text(replay.text)
    effect = Effect(replay, agreement)
    reasons = [(wording.why_not_compared(each.kind, each.facts, agreement), each.cases) for each in effect.problems]
    since, until = (at.astimezone(agreement.zone).date() for at in (replay.since, replay.until))
    return {"effect": effect, "worst": effect.worst_plan, "reasons": reasons, "since": since, "until": until}


@dataclass(frozen=True, slots=True)
class Shown:
    """A case in the list, in words."""

    case: ReplayedCase
    clock: str
    plan: str
    reason: str


def reason(each: ReplayedCase, agreement: Agreement) -> str:
    """Why a case could not be compared."""
    return wording.why_not_compared(each.problem, each.facts, agreement)


@require_safe
@needs(ADMINISTER)
def cases(request: SignedInRequest) -> HttpResponse:
    """The cases behind a number."""
    draft = draft_there()
    replay = last_replay(draft)
    if replay is None or replay.finished_at is None:
        return to("publishing:effect")
    change, clock, plan = (request.GET.get(word, "")[:60] for word in ("cuales", "reloj", "plan"))
    agreement = read_text(replay.text)
    effect = Effect(replay, agreement)
    shown = Paginator(cases_of(replay, change=change, clock=clock, plan=plan), SHOWN).get_page(request.GET.get("pagina"))
    rows = [
        Shown(each, effect.clock_label(each.clock), effect.plan_label(each.plan), reason(each, agreement) if not each.clock else "")
        for each in shown
    ]
    context = {
        "draft": draft,
        "shown": shown,
        "rows": rows,
        "change": change if change in CHANGES else "",
        "clock": effect.clock_label(clock),
        "plan": effect.plan_label(plan),
        "query": f"cuales={change}&reloj={clock}&plan={plan}" if change in CHANGES else "",
        "here": "effect",
        "zone": agreement.zone,
    }
    return render(request, "publishing/admin/effect_cases.html", context)
