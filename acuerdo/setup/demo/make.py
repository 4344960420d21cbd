"""Making the demo desks that are not there yet, each whole or not at all, and the log-ins of all of them."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import as_completed
from datetime import datetime, timedelta
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection, transaction

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.desks.models import Desk
from acuerdo.desks.queries import in_desk, url_of
from acuerdo.events.actions.record import historic
from acuerdo.people.models import Person
from acuerdo.setup.actions.create_desk import NewDesk, create_desk
from acuerdo.setup.demo import logins
from acuerdo.setup.demo.casting import Casting
from acuerdo.setup.demo.dress import Dressing
from acuerdo.setup.demo.furnish import furnish, make_teams
from acuerdo.setup.demo.history import play, sound_until
from acuerdo.setup.demo.passwords import hash_of, new_password
from acuerdo.setup.demo.roster import DESKS, Roster, roster_of
from acuerdo.setup.demo.settle import settle, who_sign_in
from acuerdo.setup.demo.staging import Stage
from acuerdo.setup.demo.workers import pool_of
from acuerdo.tickets.models import Ticket

Tell = Callable[[str, int], None]
#: So long before now the desk began.
HISTORY = timedelta(days=61)


def make_demo(*, at: datetime, tell: Tell, desks: Iterable[str] = DESKS) -> None:
    """Make what is missing; `tell` hears each new desk and its number of cases. A second time nothing is made.

    A desk whose log-ins are lost gets new ones: passwords are nowhere but in their file. One of somebody's own that has
    the name of a demo desk is left alone.
    """
    known = {one["desk"]: one for one in logins.read()}
    there = dict(Desk.objects.values_list("schema_name", "is_demo"))
    missing = [desk for desk in desks if desk not in there or (there[desk] and desk not in known)]
    if not missing:
        return
    for desk, cases, login in made(missing, at):
        known[desk] = login
        if desk not in there:
            tell(login["name"], cases)
    logins.write([known[desk] for desk in DESKS if desk in known])


def made(desks: list[str], at: datetime) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Have the desks made, several at a time where there are processors for it: each is work for one."""
    with pool_of(len(desks)) as pool:
        jobs = [pool.submit(see_to, desk, at) for desk in desks]
        for job in as_completed(jobs):
            yield job.result()


def see_to(desk: str, at: datetime) -> tuple[str, int, dict[str, Any]]:
    """Make one desk unless it is there, and let its people in: one transaction. Gives its number of cases and its log-ins.

    Two runs at once do not meet: the second waits, and finds the desk.
    """
    roster = roster_of(desk)
    passwords = {email: new_password() for email, *_ in who_sign_in(roster)}
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"acuerdo demo {desk}"])
        if not Desk.objects.filter(schema_name=desk).exists():
            make_desk(roster, at=at)
        with in_desk(desk) as row:
            let_in(passwords)
            return desk, Ticket.objects.count(), login(row, roster, passwords)


def make_desk(roster: Roster, *, at: datetime) -> None:
    """One desk with its people and its sixty days. The caller is in a transaction."""
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
        today = at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
        town = settle(roster, today)
        make_teams(town, at - HISTORY)
        casting = Casting(town, at)
        play(chain(casting.lives(), Stage(casting).lives()), until=at)
        furnish(town, today, at)
        Dressing(town, at).dress()
        sound_until(at)


def let_in(passwords: dict[str, str]) -> None:
    """Give the people of the current desk their passwords."""
    for email, password in passwords.items():
        Person.objects.filter(email=email).update(password=hash_of(password))


def login(desk: Desk, roster: Roster, passwords: dict[str, str]) -> dict[str, Any]:
    """What is shown of a desk."""
    roles = agreement_of(current_version()).roles
    people = [
        {"name": name, "role": roles[title].label if title in roles else title, "email": email, "password": passwords[email]}
        for email, name, title in who_sign_in(roster)
    ]
    return {"desk": desk.schema_name, "name": desk.name, "url": url_of(desk), "people": people}
