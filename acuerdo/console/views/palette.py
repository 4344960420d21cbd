"""The palette: everything one can do or go to, by typing a few letters. A page of its own without script, a box over any page with it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from acuerdo.automation.queries import at_hand
from acuerdo.console.queries import DIGITS, Line, View, agreements_of
from acuerdo.console.queries import palette as look
from acuerdo.console.queries.views import views_of
from acuerdo.console.views.going import ADMINISTERING, GOING
from acuerdo.console.views.rail import rail
from acuerdo.console.views.rows import CHANNEL_ICONS
from acuerdo.console.views.typed import Group, Item, fitting, marked
from acuerdo.core.agreements import Agreement
from acuerdo.people.access import READ, WORK, SignedInRequest, may, needs
from acuerdo.people.models import Person
from acuerdo.tickets.forms import Occasion, offered
from acuerdo.tickets.models import Ticket
from acuerdo.tickets.queries import agreement_for, visible_to

#: So much of what is typed is read.
LONGEST = 100


@never_cache
@require_safe
@needs(READ)
def palette(request: SignedInRequest) -> HttpResponse:
    """Show what the words find; `parte` asks for the results alone, `caso` names the case at hand."""
    typed = request.GET.get("q", "").strip()[:LONGEST]
    kind = typed[:1] if typed[:1] in KINDS else ""
    words = typed.removeprefix(kind).strip()
    ticket = case_at_hand(request.user, request.GET.get("caso", ""))
    asked = Asked(request.user, words, ticket, request.GET.get("recientes", "")[:LONGEST])
    groups = [group for group in KINDS[kind](asked) if group.items]
    found = sum(len(group.items) for group in groups)
    context = {
        "typed": typed,
        "groups": groups,
        "ticket": ticket,
        "found": ngettext("%(n)d resultado", "%(n)d resultados", found) % {"n": found} if found else _("Nada con esas palabras"),
    }
    if "parte" in request.GET:
        return render(request, "console/_palette_results.html", context)
    return render(request, "console/palette.html", {**context, **rail(request.user, "")})


def case_at_hand(person: Person, number: str) -> Ticket | None:
    """Find the case of a number, if this person may see it."""
    if not (number.isdecimal() and len(number) <= DIGITS):
        return None
    return visible_to(person).select_related("manual", "contact").defer("manual__text", "manual__holidays").filter(number=number).first()


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, for what, at which case, and what their browser remembers."""

    person: Person
    words: str
    ticket: Ticket | None
    remembered: str


def everything(asked: Asked) -> Iterator[Group]:
    """Give all kinds; with nothing typed what was looked at last comes first."""
    if asked.words:
        yield doing(asked)
        yield going(asked)
        yield kept_views(asked)
        yield Group(_("Casos"), of_cases(look.cases(asked.person, asked.words), asked))
        yield Group(_("Clientes"), tuple(of_customers(asked)))
        yield Group(_("Personas"), tuple(of_people(asked, by_name=False)))
    else:
        label = _("Vistos hace poco") if asked.remembered else _("Sus casos")
        recent = look.recent(asked.person, asked.remembered)
        here = asked.ticket.number if asked.ticket else 0
        yield Group(label, of_cases([case for case in recent if case.number != here], asked))
        yield doing(asked)
        yield going(asked)
        yield kept_views(asked)


def only_cases(asked: Asked) -> Iterator[Group]:
    """Give cases alone."""
    found = look.cases(asked.person, asked.words) if asked.words else look.recent(asked.person, asked.remembered)
    yield Group(_("Casos"), of_cases(found, asked))


def only_people(asked: Asked) -> Iterator[Group]:
    """Give the desk's people and the customers'."""
    yield Group(_("Personas"), tuple(of_people(asked, by_name=True)))


def only_macros(asked: Asked) -> Iterator[Group]:
    """Give saved answers; at a case they are put into what is being written."""
    if not may(asked.person, WORK):
        return
    url = reverse("console:case", args=[asked.ticket.number]) if asked.ticket else reverse("automation:mine")
    found = [macro for macro in at_hand(asked.person) if look.has(f"{macro.title} {macro.text}", asked.words.split())]
    yield Group(
        _("Respuestas guardadas"),
        tuple(
            Item(marked(macro.title, asked.words), url, "bolt", " ".join(macro.text.split())[:80], write=f"/{macro.title}")
            for macro in found[: look.MOST]
        ),
    )


KINDS: Mapping[str, Callable[[Asked], Iterator[Group]]] = {"": everything, "#": only_cases, "@": only_people, "/": only_macros}


def doing(asked: Asked) -> Group:
    """What can be done to the case at hand."""
    ticket = asked.ticket
    if ticket is None or not may(asked.person, WORK):
        return Group("")
    case = reverse("console:case", args=[ticket.number])
    made = [
        Item(_("Responder al cliente"), f"{case}#composer", "arrow-back-up", key="r", press="r"),
        Item(_("Nota interna"), f"{case}#composer", "lock", key="n", press="n"),
        *(
            Item(
                str(verb.label),
                reverse(f"tickets:{verb.name}", args=[ticket.number]),
                verb.icon,
                key=verb.key_of,
                dialog=True,
                also=str(verb.title),
            )
            for verb in offered(Occasion(ticket, agreement_for(ticket), asked.person))
        ),
    ]
    return Group(_("Para el caso #%(number)s") % {"number": ticket.number}, fitting(made, asked.words))


def going(asked: Asked) -> Group:
    """Where one can go."""
    places = [
        Item(str(words), reverse(name), icon, key=keys)
        for words, name, icon, rights, keys in (*GOING, *(ADMINISTERING if asked.words else ()))
        if any(may(asked.person, right) for right in rights)
    ]
    queue = reverse("console:queue")
    at_hand_now = f"?caso={asked.ticket.number}" if asked.ticket else ""
    places[1:1] = [
        Item(_("Míos"), queue + View("mios").query, "user", key="g m"),
        Item(_("Sin responsable"), queue + View("nadie").query, "user-question"),
        Item(_("Siguiente por vencer"), reverse("console:next") + at_hand_now, "clock", key="."),
        Item(_("En pausa"), queue + View(group="pausa").query, "player-pause", key="g p"),
        Item(_("Escribieron después de la solución"), queue + View(group="escribieron").query, "message-2"),
    ]
    return Group(_("Ir a"), fitting(places, asked.words))


def kept_views(asked: Asked) -> Group:
    """The views that somebody keeps."""
    queue = reverse("console:queue")
    kept = [Item(view.name, queue + view.query, "filter") for view in views_of(asked.person)]
    return Group(_("Vistas"), fitting(kept, asked.words)[: look.MOST])


def of_cases(cases: Sequence[Line], asked: Asked) -> tuple[Item, ...]:
    """Cases, with the words of their own manuals."""
    agreements = agreements_of(case for case in cases if not case.is_open)
    return tuple(of_case(case, agreements, asked) for case in cases)


def of_case(case: Line, agreements: Mapping[int, Agreement], asked: Asked) -> Item:
    """A case: number, subject, whose, and whether it has ended."""
    status = "" if case.is_open else agreements[case.manual_id].statuses[case.status].label
    customer = case.organisation or _("Sin cliente")
    label = format_html("#{} {}", case.number, marked(case.subject, asked.words))
    url = reverse("console:case", args=[case.number])
    return Item(label, url, CHANNEL_ICONS.get(case.channel, "inbox"), f"{customer} · {status}" if status else customer)


def of_customers(asked: Asked) -> Iterator[Item]:
    """Customers lead to their open cases."""
    for one in look.customers(asked.words):
        count: int = one.open  # type: ignore[attr-defined]  # annotated
        hint = ngettext("%(n)d abierto", "%(n)d abiertos", count) % {"n": count}
        url = reverse("console:queue") + View(chosen=(("cliente", (str(one.pk),)),)).query
        yield Item(marked(one.name, asked.words), url, "building", hint)


def of_people(asked: Asked, *, by_name: bool) -> Iterator[Item]:
    """The desk's people lead to what they have, the customers' to what they wrote."""
    queue = reverse("console:queue")
    for person in look.colleagues(asked.words):
        url = queue + View(chosen=(("responsable", (str(person.pk),)),)).query
        yield Item(marked(person.name, asked.words), url, "user", _("de la mesa"))
    for contact in look.contacts(asked.words, by_name=by_name) if asked.words else ():
        hint = " · ".join(part for part in (contact.email, contact.organisation.name if contact.organisation else "") if part)
        yield Item(marked(contact.name, asked.words), queue + View(words=contact.email).query, "mail", hint)
