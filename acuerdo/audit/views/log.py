"""/admin/auditoria/: the log, for auditors and administrators. There is nothing here by which an entry could be changed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from acuerdo.audit.actions.note import note
from acuerdo.audit.events import Exported
from acuerdo.audit.forms import SearchForm
from acuerdo.audit.queries.search import PAGE, Search, after, found
from acuerdo.audit.serving import as_csv, as_json_lines
from acuerdo.audit.views.entries import entries
from acuerdo.desks.queries import current_schema
from acuerdo.events.models import Event
from acuerdo.people.access import AUDIT, SignedInRequest, acting, needs

Writer = Callable[[Search, str], Iterator[str]]
FORMATS: Mapping[str, tuple[str, Writer]] = {"csv": ("text/csv", as_csv), "jsonl": ("application/x-ndjson", as_json_lines)}


@require_safe
@needs(AUDIT)
def log(request: SignedInRequest) -> HttpResponse:
    """One page of what was looked for; a search that cannot be meant shows nothing and says why."""
    form = SearchForm(request.GET)
    today = timezone.now().astimezone(ZoneInfo(settings.TIME_ZONE)).date()
    context: dict[str, object] = {"form": form}
    if form.is_valid():
        search = form.search(today)
        events = list(after(found(search), key_of(request.GET.get("antes", "")))[: PAGE + 1])
        page = events[:PAGE]
        asked = {name: value for name, value in request.GET.items() if name != "antes" and value}
        more = f"?{urlencode({**asked, 'antes': key_in_words(page[-1])})}" if len(events) > PAGE else ""
        context |= {"entries": entries(page), "more": more, "search": search, "asked": asked}
    return render(request, "audit/log.html", context)


def key_of(said: str) -> tuple[datetime, int] | None:
    """The entry that a page comes after; None for none, and for what no page of ours wrote."""
    at, _underscore, pk = said.rpartition("_")
    try:
        instant = datetime.fromisoformat(at)
        return (instant, int(pk)) if instant.tzinfo and 0 <= int(pk) < 2**63 else None
    except ValueError:
        return None


def key_in_words(event: Event) -> str:
    """The same, as an address has it."""
    return f"{event.at.isoformat()}_{event.pk}"


@require_POST
@needs(AUDIT)
def export(request: SignedInRequest, form: str) -> HttpResponse | StreamingHttpResponse:
    """All that the search finds, as a file; that it was taken is recorded before the first line leaves."""
    search_form = SearchForm(request.POST)
    if form not in FORMATS:
        raise Http404
    if not search_form.is_valid():
        return render(request, "audit/log.html", {"form": search_form}, status=422)
    now = timezone.now()
    search = search_form.search(now.astimezone(ZoneInfo(settings.TIME_ZONE)).date())
    note(Exported(format=form, search=search.as_facts()), by=acting(request), at=now)
    content_type, writer = FORMATS[form]
    response = StreamingHttpResponse(writer(search, current_schema()), content_type=f"{content_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{current_schema()}-{search.since}-{search.until}.{form}"'
    response["Cache-Control"] = "private, no-store"
    return response
