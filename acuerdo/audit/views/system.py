"""/admin/sistema/: whether the desk is well, for its administrators: checks, seals, jobs, mail that stands still, versions."""

import sys

import django
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acuerdo import __version__
from acuerdo.audit.actions.ask_check import GIVEN_UP
from acuerdo.audit.forms import PlacesForm
from acuerdo.audit.models import Seal, SealPlaces, SelfCheck
from acuerdo.audit.queries.jobs import failed, queues
from acuerdo.audit.queries.mail import put_aside, refused, unprocessed, unsent
from acuerdo.audit.wording import problem_in_words
from acuerdo.people.access import ADMINISTER, SignedInRequest, needs

#: Runs shown of each check; mails and seals shown at once.
RUNS, SHOWN = 14, 20


@require_safe
@needs(ADMINISTER)
def system(request: SignedInRequest) -> HttpResponse:
    """All of it on one page."""
    return render(request, "audit/system.html", context())


def context(places: PlacesForm | None = None) -> dict[str, object]:
    """What the page shows; `places` as it was refused."""
    kept = SealPlaces.objects.first()
    addresses = kept.addresses if kept else []
    return {
        "checks": checks(),
        "seals": Seal.objects.defer("heads").order_by("-number")[:SHOWN],
        "places": places or PlacesForm(initial={"addresses": "\n".join(addresses)}),
        "folder": settings.SEAL_FOLDER,
        "sent_away": bool(addresses or settings.SEAL_FOLDER),
        "queues": queues(),
        "failed": failed(),
        "unprocessed": unprocessed()[:SHOWN],
        "put_aside": put_aside(SHOWN),
        "unsent": unsent(timezone.now())[:SHOWN],
        "refused": refused()[:SHOWN],
        "versions": versions(),
    }


def checks() -> dict[str, object]:
    """Each check with its newest run and those before it; `busy` while one is under way."""
    runs = SelfCheck.objects.raw(
        "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY at DESC, id DESC) AS place FROM audit_selfcheck) AS every"
        " WHERE place <= %s ORDER BY kind, place",
        [RUNS],
    )
    by_kind: dict[str, list[SelfCheck]] = {kind: [] for kind in SelfCheck.Kind.values}
    for run in runs:
        by_kind[run.kind].append(run)
    newest = [own[0] for own in by_kind.values() if own]
    last = max((run.at for run in newest), default=None)
    busy = any(run.is_under_way and last is not None and last - run.at < GIVEN_UP for run in newest)
    for run in (run for own in by_kind.values() for run in own):
        run.lines = [(where, problem_in_words(problem)) for where, problem in run.lines]
    rows = [(SelfCheck.Kind(kind).label, own[0] if own else None, own[1:]) for kind, own in by_kind.items()]
    return {"rows": rows, "busy": busy}


def versions() -> list[tuple[str, str]]:
    """What runs here."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        postgres = str(cursor.fetchone()[0])
    python = ".".join(map(str, sys.version_info[:3]))
    return [(_("Acuerdo"), __version__), ("Python", python), ("Django", django.get_version()), ("PostgreSQL", postgres)]
