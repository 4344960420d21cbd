"""All that was ever recorded of a case: what was, what is, who, when, whence. Nothing is left out and nothing can be changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acuerdo.audit.wording import fact_in_words, kind_in_words, plain, replaced
from acuerdo.console.queries import DIGITS, View
from acuerdo.console.views.of_work import words_of
from acuerdo.console.views.rail import place_within, rail
from acuerdo.console.views.who import authors
from acuerdo.console.wording import Teller
from acuerdo.events.models import Event
from acuerdo.people.access import AUDIT, READ, SignedInRequest, may, needs
from acuerdo.tickets.queries import SUBJECT, agreement_for, visible_to

#: So many entries are on a page, newest first.
PAGE = 200


@dataclass(frozen=True, slots=True)
class Change:
    """A field before and after, in words; "" where there was, or is, nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log."""

    at: datetime
    who: str
    whence: str
    kind: str
    words: str
    position: int
    changes: tuple[Change, ...]


@require_safe
@needs(READ)
def history(request: SignedInRequest, number: int) -> HttpResponse:
    """Show a page of it, the newest first; where somebody acted from (their IP) is for who may read the record of the desk."""
    cases = visible_to(request.user).select_related("manual", "organisation", "contact").defer("manual__text", "manual__holidays")
    ticket = get_object_or_404(cases, number=number)
    said = request.GET.get("antes", "")
    log = Event.objects.filter(subject_kind=SUBJECT, subject_id=ticket.pk).select_related("detail").order_by("-position")
    if said.isdecimal() and len(said) <= DIGITS:
        log = log.filter(position__lt=int(said))
    events = list(log[: PAGE + 1])
    page = events[:PAGE]
    teller = Teller(agreement_for(ticket), *authors(page))
    entries = [entry(event, teller, may_audit=may(request.user, AUDIT)) for event in page]
    context = {
        "ticket": ticket,
        "view": View.of(request.GET),
        "entries": entries,
        "more": page[-1].position if len(events) > PAGE else 0,
        "zone": teller.agreement.zone,
        **rail(request.user, place_within(View.of(request.GET))),
    }
    return render(request, "console/history.html", context)


def entry(event: Event, teller: Teller, *, may_audit: bool) -> Entry:
    """Tell one."""
    held: Mapping[str, object] = event.detail.content if hasattr(event, "detail") else {}
    return Entry(
        at=event.at,
        who=teller.who(event),
        whence=" · ".join(part for part in (door(event), str(held.get("ip", "")) if may_audit else "") if part),
        kind=kind_in_words(event.kind),
        words=words_of(event, teller) or teller.tell(event),
        position=event.position,
        changes=tuple(changes(event, held, teller)),
    )


def door(event: Event) -> str:
    """Say by which door it came in."""
    programme = event.programme.split(":")[0]
    doors = {"mail": _("por correo"), "portal": _("por el sitio del cliente"), "acuerdo": _("por sí solo")}
    doors |= dict.fromkeys(("console", "tickets", "automation"), _("por la consola"))
    return doors.get(programme, programme)


def changes(event: Event, held: Mapping[str, object], teller: Teller) -> Iterator[Change]:
    """What it says of each field that it replaced, in its facts or, where that is personal, in its detail."""
    for facts in (event.facts, held):
        for one in replaced(facts)[0]:
            yield Change(label(one.name, teller), value(one.name, one.before, teller), value(one.name, one.after, teller))


def label(name: str, teller: Teller) -> str:
    """Name a field as the manual does, or as the log does."""
    known = teller.name_of(name)
    return known if known != name else fact_in_words(name)


def value(name: str, said: object, teller: Teller) -> str:
    """Write a value by its label; nothing for nothing."""
    if said in (None, "", [], {}):
        return ""
    if name == "to" and isinstance(said, int):
        return teller.people.get(said, _("alguien"))
    ladder = teller.agreement.ladder
    if name == "level" and ladder and said in ladder.steps:
        return ladder.steps[str(said)].label
    return plain(said) if isinstance(said, Sequence | Mapping) and not isinstance(said, str) else teller.agreement.label(name, str(said))
