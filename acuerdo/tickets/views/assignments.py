"""Giving several cases to a person at once, from the queue."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from acuerdo.core.errors import Refusal
from acuerdo.people.access import WORK, SignedInRequest, acting, needs
from acuerdo.people.models import Person
from acuerdo.tickets import wording
from acuerdo.tickets.actions.assign import assign
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import visible_to

#: What fits a number of a person or a case.
DIGITS = 9
#: More than a page of the queue holds is not picked by hand.
MOST = 200
#: Of those that were refused so many are named.
NAMED = 3


@require_POST
@needs(WORK)
def update(request: SignedInRequest) -> HttpResponse:
    """Give the picked cases to the person chosen, each for itself; say which were not."""
    to = person_in(request)
    done, refused = 0, []
    for ticket in picked(request):
        try:
            assign(ticket.pk, to, by=acting(request), at=timezone.now())
            done += 1
        except Refusal as reason:
            refused.append(f"#{ticket.number}: {wording.of(reason)}")
    if done:
        name = to.name if to else _("nadie")
        words = ngettext("%(n)d caso es ahora de %(name)s.", "%(n)d casos son ahora de %(name)s.", done)
        messages.success(request, words % {"n": done, "name": name})
    if refused or not done:
        messages.error(request, in_words(refused) or _("No eligió ningún caso, o ya no están aquí."))
    if (chosen := len(request.POST.getlist("number"))) > MOST:
        words = _("Eligió %(n)d casos; de una vez se asignan %(most)d. Los demás quedaron como estaban: asígnelos después.")
        messages.warning(request, words % {"n": chosen, "most": MOST})
    query = request.GET.urlencode()
    return HttpResponseRedirect(reverse("console:queue") + (f"?{query}" if query else ""), status=303)


def in_words(refused: list[str]) -> str:
    """Say which were not given and why, the first of them; how many more there are."""
    more = ngettext("y %(n)d caso más.", "y %(n)d casos más.", len(refused) - NAMED) % {"n": len(refused) - NAMED}
    return " ".join([*refused[:NAMED], *([more] if len(refused) > NAMED else [])])


def person_in(request: SignedInRequest) -> Person | None:
    """Read to whom; oneself where nobody of that number is."""
    chosen = request.POST.get("to", "")
    found = Person.objects.filter(pk=int(chosen)).first() if chosen.isdecimal() and len(chosen) <= DIGITS else None
    return found or request.user


def picked(request: SignedInRequest) -> list[Ticket]:
    """Read which cases were picked, of those this person may see."""
    numbers = [int(number) for number in request.POST.getlist("number")[:MOST] if number.isdecimal() and len(number) <= DIGITS]
    return list(visible_to(request.user).filter(number__in=numbers).order_by("number"))
