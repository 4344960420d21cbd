"""Mi área: the cases of one's organisation, one's own, and those that ended."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from acuerdo.customers.models import Contact
from acuerdo.customers.queries import contract_of
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.people.queries import day_of
from acuerdo.portal.access import contact_in
from acuerdo.portal.queries import Listing, clocks_of, closed_of, counts, group_of, open_of
from acuerdo.portal.views.published import plan_words
from acuerdo.portal.views.rows import rows

TABS = ("todos", "mios", "cerrados")


@require_safe
@customers_only
def area(request: SignedInRequest) -> HttpResponse:
    """`?ver=` the tab, `?buscar=` words, `?grupo=` and `?despues=` where a list goes on."""
    contact, now = contact_in(request), timezone.now()
    tab = request.GET.get("ver", "") if request.GET.get("ver") in TABS else TABS[0]
    words = request.GET.get("buscar", "").replace("\x00", "")[:100]
    groups = lists(contact, tab, words, request.GET.get("grupo", ""), request.GET.get("despues", ""))
    shown = [ticket for listing in groups.values() for ticket in listing.tickets]
    clocks = list(clocks_of(shown)) if shown and tab != "cerrados" else []
    query = {"ver": tab, **({"buscar": words} if words else {})}
    contract, _doubt = contract_of(contact.organisation, day_of(now))
    context = {
        "now": now,
        "contact": contact,
        "plan": plan_words(contract),
        "tab": tab,
        "here": request.GET.urlencode(),
        "words": words,
        "counts": counts(contact),
        "groups": [
            {
                "name": name,
                "rows": rows(listing.tickets, [c for c in clocks if c.ticket_id in {t.pk for t in listing.tickets}], contact, now),
                "more": more(query, name, listing),
            }
            for name, listing in groups.items()
        ],
        "empty": not shown,
    }
    return render(request, "portal/area.html", context)


def lists(contact: Contact, tab: str, words: str, group: str, after: str) -> dict[str, Listing]:
    """The lists of a tab; only the one that goes on when `group` says which."""
    if tab == "cerrados":
        return {"closed": closed_of(contact, words, after)}
    cases = open_of(contact, mine=tab == "mios", words=words)
    if group in {"yours", "working"}:
        return {group: group_of(cases, group, after)}  # type: ignore[arg-type]  # narrowed by the line above
    return {"yours": group_of(cases, "yours"), "working": group_of(cases, "working")}


def more(query: dict[str, str], group: str, listing: Listing) -> str:
    """Where a list goes on; nothing where it does not."""
    return f"{reverse('portal:area')}?{urlencode({**query, 'grupo': group, 'despues': listing.after})}" if listing.after else ""
