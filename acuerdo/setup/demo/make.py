"""Making the demo desks that are not there yet, each whole or not at all, and the log-ins of all of them."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.desks.models import Desk
from acuerdo.desks.queries import in_desk, url_of
from acuerdo.events.actions.record import historic
from acuerdo.people.models import Person
from acuerdo.setup.actions.create_desk import NewDesk, create_desk
from acuerdo.setup.demo import logins
from acuerdo.setup.demo.casting import Casting
from acuerdo.setup.demo.history import play
from acuerdo.setup.demo.passwords import Hashing, new_password
from acuerdo.setup.demo.roster import DESKS, Roster, roster_of
from acuerdo.setup.demo.settle import settle, who_sign_in
from acuerdo.tickets.models import Ticket

Tell = Callable[[str, int], None]


def make_demo(*, at: datetime, tell: Tell, desks: Iterable[str] = DESKS) -> None:
    """Make what is missing; `tell` hears each new desk and its number of cases. A second time nothing is made.

    A desk whose log-ins are lost gets new ones: passwords are nowhere but in their file.
    """
    known = {one["desk"]: one for one in logins.read()}
    rosters = [roster_of(desk) for desk in desks]
    there = set(Desk.objects.filter(is_demo=True).values_list("schema_name", flat=True))
    missing = [one for one in rosters if one.id not in there or one.id not in known]
    if not missing:
        return
    passwords = {roster.id: {email: new_password() for email, *_ in who_sign_in(roster)} for roster in missing}
    hashing = Hashing()
    for roster in missing:
        hashing.begin(passwords[roster.id])
    for roster in missing:
        with transaction.atomic():
            if roster.id not in there:
                tell(roster.name, make_desk(roster, at=at))
            with in_desk(roster.id) as desk:
                let_in(hashing, passwords[roster.id])
                known[roster.id] = login(desk, roster, passwords[roster.id])
    logins.write([known[desk] for desk in DESKS if desk in known])


def make_desk(roster: Roster, *, at: datetime) -> int:
    """One desk with its people and its sixty days; gives how many cases it has."""
    new = NewDesk(
        schema=roster.id,
        name=roster.name,
        manual=roster.id,
        host=f"{roster.id}.localhost",
        accent=roster.accent,
        first_number=roster.first_number,
        is_demo=True,
    )
    create_desk(new, at=at)
    with in_desk(roster.id), historic():
        town = settle(roster, at.astimezone(ZoneInfo(settings.TIME_ZONE)).date())
        play(Casting(town, at).lives(), until=at)
        return Ticket.objects.count()


def let_in(hashing: Hashing, passwords: dict[str, str]) -> None:
    """Give the people of the current desk their passwords."""
    for email in passwords:
        Person.objects.filter(email=email).update(password=hashing.of(email))


def login(desk: Desk, roster: Roster, passwords: dict[str, str]) -> dict[str, Any]:
    """What is shown of a desk."""
    roles = agreement_of(current_version()).roles
    people = [
        {"name": name, "role": roles[title].label if title in roles else title, "email": email, "password": passwords[email]} for email, name, title in who_sign_in(roster)
    ]
    return {"desk": desk.schema_name, "name": desk.name, "url": url_of(desk), "people": people}
