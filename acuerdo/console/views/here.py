"""Who else is at a case just now, as the page is drawn; the live stream keeps it true from then on (presence.js)."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from acuerdo.console.queries import Line
from acuerdo.desks.prepared import Given, Prepared
from acuerdo.people.models import Person
from acuerdo.tickets.models import Presence, Ticket

MARK = '<span data-person="{}" data-doing="{}" data-name="{}" data-until="{}">{}</span>'


THERE = Prepared(
    lambda: (
        Presence.objects.filter(ticket__any_of=Given("tickets"), until__gt=Given("now"))
        .exclude(person=Given("me"))
        .select_related("person")
        .only("ticket_id", "doing", "until", "person__name")
        .order_by("-doing", "person__name")
    )
)


def present_at(tickets: Iterable[Ticket | Line], me: Person, now: datetime) -> dict[int, SafeString]:
    """Give what is shown of others at these cases, by case; in one query."""
    by_case: dict[int, list[SafeString]] = {}
    keys = [ticket.pk for ticket in tickets]
    for presence in THERE(tickets=keys, now=now, me=me.pk) if keys else ():
        by_case.setdefault(presence.ticket_id, []).append(mark(presence))
    return {case: format_html_join(", ", "{}", ((one,) for one in marks)) for case, marks in by_case.items()}


def mark(presence: Presence) -> SafeString:
    """One of them, in words, with what the page needs to let it go by itself."""
    name = presence.person.first_name
    answering = presence.doing == Presence.Doing.ANSWERING
    words = _("%s está respondiendo") % name if answering else _("%s lo está viendo") % name
    return format_html(MARK, presence.person_id, presence.doing, name, presence.until.isoformat(), words)
