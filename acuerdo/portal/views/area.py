"""Mi área: the cases of one's organisation, one's own, and those that ended."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.customers.models import Contact
from acuerdo.customers.queries import contract_of
from acuerdo.people.access import SignedInRequest, customers_only
from acuerdo.people.queries import day_of
from acuerdo.portal.access import contact_in
from acuerdo.portal.queries import (
    TURNS,
    Asked,
    Group,
    Listing,
    clocks_of,
    closed_of,
    counts,
    found_of,
    group_of,
    people_of,
    rated_of,
)
from acuerdo.portal.views.published import plan_words
from acuerdo.portal.views.rows import rows

GROUPS: tuple[Group, ...] = ("yours", "working")


@require_safe
@customers_only
def area(request: SignedInRequest) -> HttpResponse:
    """`?ver=` the tab, `?buscar=` words, `?turno=`, `?producto=`, `?persona=`; `?grupo=` and `?despues=` where a list goes on."""
    contact, now, asked = contact_in(request), timezone.now(), Asked.of(request.GET)
    groups = lists(contact, asked, request.GET.get("grupo", ""), request.GET.get("despues", ""))
    shown = [ticket for listing in groups.values() for ticket in listing.tickets]
    clocks = clocks_of(shown)
    rated = rated_of(shown)
    contract, _doubt = contract_of(contact.organisation, day_of(now))
    agreement = agreement_of(current_version())
    context = {
        "now": now,
        "contact": contact,
        "plan": plan_words(contract, agreement),
        "asked": asked,
        "tab": asked.tab,
        "here": request.GET.urlencode(),
        "words": asked.words,
        "turns": [("usted", _("Le toca a usted")), ("nosotros", _("Nos toca a nosotros"))],
        "products": [(name, product.label) for name, product in agreement.products.items()],
        "people": people_of(contact),
        "counts": counts(contact),
        "groups": [
            {
                "name": name,
                "rows": rows(listing.tickets, clocks, contact, now, rated=rated),
                "more": more(asked.query, name, listing),
            }
            for name, listing in groups.items()
        ],
        "empty": not shown,
    }
    return render(request, "portal/area.html", context)


def lists(contact: Contact, asked: Asked, group: str, after: str) -> dict[Group, Listing]:
    """The lists of a tab, what waits for the customer first; only the one that goes on when `group` says which."""
    if asked.words:
        return found_of(contact, asked)
    if asked.tab == "cerrados":
        return {"closed": closed_of(contact, asked, after)}
    wanted = [name for name in GROUPS if name == group] or [name for name in GROUPS if name == TURNS.get(asked.turn, name)]
    return {name: group_of(contact, asked, name, after if group else "") for name in wanted}


def more(query: dict[str, str], group: str, listing: Listing) -> str:
    """Where a list goes on; nothing where it does not."""
    return f"{reverse('portal:area')}?{urlencode({**query, 'grupo': group, 'despues': listing.after})}" if listing.after else ""
