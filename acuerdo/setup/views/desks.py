"""`localhost/`: the desks of a demonstration, with the log-ins to try them. No session and no person here; only this machine sees it."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from acuerdo.agreements.queries import current_version
from acuerdo.desks.models import Desk
from acuerdo.desks.queries import all_desks, in_desk, mailbox_of, url_of
from acuerdo.setup.demo import logins
from acuerdo.setup.demo.roster import DESKS


@dataclass(frozen=True)
class Shown:
    """A desk as the page shows it."""

    desk: Desk
    url: str
    manual: str
    version: str
    mailbox: str
    people: list[dict[str, str]]

    @property
    def letter(self) -> str:
        """What its mark carries."""
        return self.desk.name[:1].upper()


@require_safe
@never_cache
def desk_list(request: HttpRequest) -> HttpResponse:
    """Every desk, the demo's own first and in their order."""
    known = {one["desk"]: one["people"] for one in logins.read()}
    order = {name: place for place, name in enumerate(DESKS)}
    desks = sorted(all_desks(), key=lambda desk: (order.get(desk.schema_name, len(order)), desk.name))
    shown = [show(desk, known.get(desk.schema_name, [])) for desk in desks]
    context: dict[str, Any] = {"desks": shown, "smtp_port": settings.SMTP_PORT, "example": example(shown)}
    return render(request, "setup/desks.html", context)


def show(desk: Desk, people: list[dict[str, str]]) -> Shown:
    """One desk; the log-ins of demonstrations only."""
    with in_desk(desk.schema_name):
        version = current_version()
    known = people if desk.is_demo else []
    return Shown(desk, url_of(desk).rstrip("/"), version.title, version.version, mailbox_of(desk), known)


def example(shown: list[Shown]) -> dict[str, str]:
    """To whom a first mail may go, and from whom: a customer's contact, whom the desk will know."""
    for one in shown:
        if one.people:
            return {"to": one.mailbox, "from": one.people[-1]["email"], "name": one.people[-1]["name"], "desk": one.desk.name}
    return {}
