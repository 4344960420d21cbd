"""Undoing what was just done: the notice of a deed carries the button of its opposite.

It is a deed of its own, with its own event. It is refused where the case no longer stands as the first deed left it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core import signing
from django.db import transaction
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from acuerdo.core.errors import Refusal
from acuerdo.core.tickets import Status
from acuerdo.desks.queries import current_schema
from acuerdo.events.events import Actor
from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.people.models import Person, Team
from acuerdo.tickets import wording
from acuerdo.tickets.actions.assign import assign, give_to_team
from acuerdo.tickets.actions.classify import classify
from acuerdo.tickets.actions.hold import hold
from acuerdo.tickets.actions.tag import tag
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.views.case import back, found

SALT = "acuerdo.undo"
#: A notice is acted on at once, or not at all; seconds.
LASTS = 600

Standing = Mapping[str, Any]


def assignment_of(ticket: Ticket) -> Standing:
    """Whose it is; who takes a new case makes it one in attention."""
    return {"to": ticket.assignee_id, "team": ticket.team_id, "status": ticket.status}


def assign_back(ticket: Ticket, before: Standing, by: Actor) -> None:
    """Give it back to whose it was."""
    if ticket.team_id != before["team"]:
        give_to_team(ticket.pk, Team.objects.filter(pk=before["team"]).first(), by=by, at=timezone.now())
    to = Person.objects.filter(pk=before["to"]).first()
    assign(ticket.pk, to, as_new=before["status"] == Status.NEW, by=by, at=timezone.now())


def facts_in(ticket: Ticket) -> Standing:
    """How it is classified."""
    return dict(ticket.facts)


def classify_back(ticket: Ticket, before: Standing, by: Actor) -> None:
    """Classify it as it was: only what differs."""
    differ = {name for name in {*before, *ticket.facts} if before.get(name, "") != ticket.facts.get(name, "")}
    classify(ticket.pk, {name: str(before.get(name, "")) for name in differ}, reason=_("Se deshizo"), by=by, at=timezone.now())


def tags_of(ticket: Ticket) -> Standing:
    """Its tags."""
    return {"tags": list(ticket.tags)}


def tag_back(ticket: Ticket, before: Standing, by: Actor) -> None:
    """Give it the tags it had."""
    tag(ticket.pk, before["tags"], by=by, at=timezone.now())


#: By the name of the verb: how the case stands in what it changes, and the opposite deed.
UNDONE: Mapping[str, tuple[Callable[[Ticket], Standing], Callable[[Ticket, Standing, Actor], None]]] = {
    "assignment": (assignment_of, assign_back),
    "classification": (facts_in, classify_back),
    "tags": (tags_of, tag_back),
}


def with_undo(request: SignedInRequest, words: str, verb: str, before: Ticket) -> str:
    """Give the sentence of a deed with the button that undoes it; `before` is the case as it was read before the deed."""
    standing, _opposite = UNDONE[verb]
    was, now = standing(before), standing(Ticket.objects.get(pk=before.pk))
    if was == now:
        return words
    said = {"desk": current_schema(), "case": before.pk, "person": request.user.pk, "verb": verb, "was": was, "now": now}
    address = reverse("tickets:undo", args=[before.number])
    button = {"address": address, "word": signing.dumps(said, salt=SALT, compress=True), "csrf_token": get_token(request)}
    return format_html("{}{}", words, render_to_string("tickets/undo.html", button))


@require_POST
@needs(WORK)
def update(request: SignedInRequest, number: int) -> HttpResponse:
    """Do the opposite of what a notice says was done."""
    ticket = found(request, number)
    said = read_word(request.POST.get("word", ""), ticket, request.user)
    standing, opposite = UNDONE[said["verb"]] if said else (tags_of, tag_back)
    stands = False
    try:
        with transaction.atomic():  # all of it or nothing, and of two at once the second finds it changed
            held = hold(ticket.pk)
            stands = bool(said) and standing(held) == said["now"]
            if stands:
                opposite(held, said["was"], acting(request))
    except Refusal as reason:
        messages.error(request, wording.of(reason))
        return back(request, ticket)
    if stands:
        messages.success(request, _("Se deshizo: el caso está como estaba."))
    else:
        messages.error(request, _("Eso ya no se puede deshacer: el caso cambió mientras tanto."))
    return back(request, ticket)


def read_word(word: str, ticket: Ticket, person: Person) -> dict[str, Any]:
    """What a notice carries; nothing where it is false, old, another's or of another case."""
    try:
        said: dict[str, Any] = signing.loads(word, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return {}
    mine = (said["desk"], said["case"], said["person"]) == (current_schema(), ticket.pk, person.pk)
    return said if mine else {}
