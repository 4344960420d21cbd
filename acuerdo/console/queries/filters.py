"""What can be chosen of each fact, and what it asks of the database. Each touches an index of what is open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial, reduce
from operator import or_
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _

from acuerdo.console.queries.moments import Window
from acuerdo.console.queries.view import DIGITS, OF_THE_MANUAL, View
from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Place
from acuerdo.customers.models import Organisation
from acuerdo.people.models import Team
from acuerdo.people.queries import staff
from acuerdo.tickets.models import Approval
from acuerdo.tickets.queries import tags_in_use

Values = Sequence[str]
NOBODY = "nadie"
#: What a case's own columns are called in an address.
FACT_NAMES: Mapping[str, str] = {"plan": "plan", "tipo": "type", "producto": "product"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that can be chosen."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A fact by which cases are chosen: its values, and in words what is chosen of it (nothing: empty)."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    said: str


def condition(name: str, values: Values, now: datetime) -> Q:
    """Say what a case must be; a value that means nothing finds nothing."""
    if name.startswith(OF_THE_MANUAL):
        return of_fact(name.removeprefix(OF_THE_MANUAL), values)
    if name in FACT_NAMES:
        return of_fact(FACT_NAMES[name], values)
    return CONDITIONS[name](values, now)


def of_fact(fact: str, values: Values) -> Q:
    """Ask by containment, which an index serves."""
    return reduce(or_, (Q(facts__contains={fact: value}) for value in values))


def numbers(values: Values) -> list[int]:
    """Give the keys among values."""
    return [int(value) for value in values if value.isdecimal() and len(value) <= DIGITS]


def by_person(values: Values, _now: datetime) -> Q:
    """People by key, or nobody."""
    asked = Q(assignee__in=numbers(values))
    return asked | Q(assignee=None) if NOBODY in values else asked


def by_clock(values: Values, now: datetime) -> Q:
    """Past its deadline, or due before the day ends; the queue's key is the deadline in seconds."""
    asked = Q(pk__in=[])
    if "vencido" in values:
        asked |= Q(place=Place.RUNNING, place_key__lt=int(now.timestamp()))
    if "hoy" in values:
        day = now.astimezone(ZoneInfo(settings.TIME_ZONE)).replace(hour=0, minute=0, second=0, microsecond=0)
        ends = int((day + timedelta(days=1)).timestamp())
        asked |= Q(place=Place.RUNNING, place_key__gte=int(now.timestamp()), place_key__lt=ends)
    return asked


def by_window(values: Values, now: datetime) -> Q:
    """Due within a window of time and not late yet; a window without a beginning takes what is late too."""
    return reduce(or_, (Q(place=Place.RUNNING, **window.keys(now)) for window in windows(values)), Q(pk__in=[]))


def windows(values: Values) -> list[Window]:
    """Read those that are windows."""
    return [window for value in values if (window := Window.read(value))]


#: Whose turn it is: the desk's, or somebody's for whom the case waits.
TURNS: Mapping[str, tuple[Place, ...]] = {
    "mesa": (Place.WROTE_AFTER_SOLUTION, Place.WITHOUT_CUSTOMER, Place.RUNNING, Place.WITHOUT_CLOCK),
    "espera": (Place.PAUSED, Place.WITH_CUSTOMER),
}


def by_turn(values: Values, _now: datetime) -> Q:
    """By the queue's own groups, which its index serves."""
    return Q(place__in=[place for value in values for place in TURNS.get(value, ())])


def by_team(values: Values, _now: datetime) -> Q:
    """Teams by key, which are few and asked for first: the index of a team's cases is chosen by it."""
    return Q(team__in=list(Team.objects.filter(slug__in=values).values_list("pk", flat=True)))


def by_approval(values: Values, _now: datetime) -> Q:
    """Those that wait for somebody's decision, by who is asked."""
    return Q(pk__in=Approval.objects.filter(decided_at=None, kind__in=values).values("ticket"))


CONDITIONS: Mapping[str, Callable[[Values, datetime], Q]] = {
    "estado": lambda values, _now: Q(status__in=values),
    "canal": lambda values, _now: Q(channel__in=values),
    "nivel": lambda values, _now: Q(level__in=values),
    "equipo": by_team,
    "responsable": by_person,
    "cliente": lambda values, _now: Q(organisation__in=numbers(values)),
    # The index of tags leaves out cases without any.
    "etiqueta": lambda values, _now: Q(tags__overlap=list(values)) & ~Q(tags=[]),
    "reloj": by_clock,
    "vence": by_window,
    "turno": by_turn,
    "aprobacion": by_approval,
    "reabierto": lambda _values, _now: Q(reopened_at__isnull=False),
}


def facets(view: View, agreement: Agreement) -> tuple[Facet, ...]:
    """Offer every fact of the desk's cases, by the manual's names; one with nothing to choose is left out."""
    made = [facet(offer, view) for offer in offers(agreement)]
    return tuple(one for one in made if len(one.choices) > 1 or one.said)


def chosen_facets(view: View, agreement: Agreement) -> tuple[Facet, ...]:
    """Say what is chosen, in the order in which facts are offered; it asks for nothing else."""
    chosen = dict(view.chosen)
    return tuple(facet(offer, view) for offer in offers(agreement) if offer.name in chosen)


@dataclass(frozen=True, slots=True)
class Offer:
    """A fact and, when it is asked for, its values; `chosen` are always among them."""

    name: str
    label: str
    values: Callable[[Values], list[tuple[str, str]]]


def offers(agreement: Agreement) -> tuple[Offer, ...]:
    """Name each fact, those that people ask for first."""
    ladder = agreement.ladder
    return (
        Offer("reloj", _("Plazo"), lambda _chosen: [("vencido", _("Vencido")), ("hoy", _("Vence hoy"))]),
        Offer("vence", _("Vence"), lambda chosen: [(value, window.words) for value in chosen for window in windows([value])]),
        Offer("plan", _("Plan"), lambda _chosen: labelled(agreement.plans)),
        Offer("tipo", _("Tipo"), lambda _chosen: labelled(agreement.types)),
        *(Offer(f"{OF_THE_MANUAL}{field.id}", field.label, partial(of_field, field.values)) for field in agreement.fields.values()),
        Offer("producto", _("Producto"), lambda _chosen: labelled(agreement.products)),
        Offer("estado", _("Estado"), lambda _chosen: [(name, said.label) for name, said in agreement.statuses.items() if said.used]),
        Offer("nivel", _("Nivel"), lambda _chosen: labelled(ladder.steps) if ladder else []),
        Offer("equipo", _("Equipo"), lambda _chosen: list(Team.objects.order_by("name").values_list("slug", "name"))),
        Offer("responsable", _("Responsable"), lambda _chosen: [(NOBODY, _("Nadie")), *((str(one.pk), one.name) for one in staff())]),
        Offer("turno", _("Turno"), lambda _chosen: [("mesa", _("De la mesa")), ("espera", _("En espera de otros"))]),
        Offer("aprobacion", _("Aprobación pendiente"), lambda _chosen: [(kind, str(words)) for kind, words in Approval.Kind.choices]),
        Offer("reabierto", _("Reabierto"), lambda _chosen: [("si", _("Sí"))]),
        Offer("canal", _("Canal"), lambda _chosen: labelled(agreement.channels)),
        Offer("etiqueta", _("Etiqueta"), lambda chosen: [(tag, tag) for tag in dict.fromkeys([*chosen, *tags_in_use()])]),
        Offer("cliente", _("Cliente"), customers),
    )


def of_field(values: Mapping[str, object], _chosen: Values) -> list[tuple[str, str]]:
    """The values of one of the manual's own fields."""
    return labelled(values)


def labelled(values: Mapping[str, object]) -> list[tuple[str, str]]:
    """Choices out of the manual's own names."""
    return [(name, str(getattr(value, "label", value))) for name, value in values.items()]


#: A desk's customers are offered while there are no more; one that is chosen always.
CUSTOMERS = 200


def customers(chosen: Values) -> list[tuple[str, str]]:
    """Offer the desk's customers by name."""
    by_name = Organisation.objects.order_by("name").values_list("pk", "name")
    offered = list(by_name[: CUSTOMERS + 1])
    known = {pk for pk, _name in offered[:CUSTOMERS]}
    extra = [pk for pk in numbers(chosen) if pk not in known]
    rows = [*offered[:CUSTOMERS], *(by_name.filter(pk__in=extra) if extra else [])]
    return [(str(pk), name) for pk, name in rows]


def facet(offer: Offer, view: View) -> Facet:
    """Make one, with what is chosen in words."""
    chosen = dict(view.chosen).get(offer.name, ())
    offered = offer.values(chosen)
    labels = dict(offered)
    said = _(" o ").join(labels.get(value, value) for value in chosen)
    return Facet(offer.name, offer.label, tuple(Choice(value, words, value in chosen) for value, words in offered), said)
