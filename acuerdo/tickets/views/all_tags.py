"""The desk's tags: in how many cases each is; another name for it, another tag it joins, or none."""

from django.contrib import messages
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs
from acuerdo.tickets.actions.rename_tag import ask_rename
from acuerdo.tickets.actions.tag import normal

#: So many are shown; a desk with more has lost count of them.
SHOWN = 500


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def tags(request: SignedInRequest) -> HttpResponse:
    """List them; `cambiar` gives one the name `nombre`, which joins it to a tag of that name; `quitar` takes one away."""
    context: dict[str, object] = {}
    if request.method == "POST":
        old, gone = (request.POST.get(name, "") for name in ("cambiar", "quitar"))
        new = next(iter(normal([request.POST.get("nombre", "")])), "")
        if gone:
            number = ask_rename(gone, "", by=acting(request))
            messages.success(request, _("«%(old)s» se quita de %(n)s casos.") % {"old": gone, "n": number})
            return redirect("tags")
        if new:
            number = ask_rename(old, new, by=acting(request))
            messages.success(request, _("«%(old)s» pasa a «%(new)s» en %(n)s casos.") % {"old": old, "new": new, "n": number})
            return redirect("tags")
        context = {"wrong": old}
    return render(request, "tickets/all_tags.html", {**context, "tags": counted()}, status=422 if context else 200)


def counted() -> list[tuple[str, int]]:
    """Each tag with its cases, by the alphabet."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tag, count(*) FROM tickets_ticket, unnest(tags) AS tag WHERE NOT tags = '{}' GROUP BY tag ORDER BY tag LIMIT %s",
            [SHOWN],
        )
        return [(str(tag), int(number)) for tag, number in cursor.fetchall()]
