"""What the service costs and covers."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from django.utils.translation import gettext as _

from acuerdo.core.agreements import Billing, Fee, Guarantee, Service, Suspension
from acuerdo.core.agreements.references import known
from acuerdo.core.clocks import Target, target_in_words
from acuerdo.publishing.document.blocks import Block, Pair, Pairs
from acuerdo.publishing.document.leaf import Leaf, noted

Entry = TypeVar("Entry", Billing, Service, Guarantee, Suspension, Fee)


def billing(leaf: Leaf) -> Iterator[Block]:
    """How the service is charged, plan by plan."""
    entries = leaf.agreement.commercial.billing
    yield from entered(leaf, _("Formas de cobro"), entries, lambda each: (leaf.plans(each.plans), ""))


def services_included(leaf: Leaf) -> Iterator[Block]:
    """Services beside support that plans include."""
    offered = {name: each for name, each in leaf.agreement.commercial.services.items() if each.included}
    yield from entered(leaf, _("Servicios incluidos"), offered, lambda each: service(leaf, each))


def services_other(leaf: Leaf) -> Iterator[Block]:
    """Services that are bought apart."""
    offered = {name: each for name, each in leaf.agreement.commercial.services.items() if not each.included}
    yield from entered(leaf, _("Servicios que se contratan aparte"), offered, lambda each: service(leaf, each))


def service(leaf: Leaf, offered: Service) -> tuple[str, str]:
    """What a service is, how it is had and in which plans."""
    said = (_("Por bolsa de horas") if offered.hours else "", leaf.plans(offered.plans) if offered.plans else "")
    terms = ". ".join(each for each in said if each)
    return (offered.scope, terms) if offered.scope else (terms, "")


def guarantees(leaf: Leaf) -> Iterator[Block]:
    """For how long work is guaranteed, since when, and what that covers."""
    months = known("guarantee", leaf.agreement, leaf.language)
    entries = leaf.agreement.commercial.guarantees
    yield from entered(leaf, _("Garantías"), entries, lambda each: (f"{months[each.id]}, {each.starts}", each.covers))


def suspensions(leaf: Leaf) -> Iterator[Block]:
    """Why a service stands still, for how long, and what follows."""
    entries = leaf.agreement.commercial.suspensions
    yield from entered(leaf, _("Suspensiones"), entries, lambda each: suspension(leaf, each))


def suspension(leaf: Leaf, each: Suspension) -> tuple[str, str]:
    """How long it lasts, or what ends it where there is no number; then the rest."""
    said = [text for text in (lasting(leaf, each.lasts), each.ends, each.then) if text]
    return (said[0] if said else "", ". ".join(said[1:]))


def fees(leaf: Leaf) -> Iterator[Block]:
    """Charges, with the money's own code."""
    sums = known("fee", leaf.agreement, leaf.language)
    commercial = leaf.agreement.commercial
    yield from entered(leaf, _("Cargos"), commercial.fees, lambda each: (f"{sums[each.id]} {each.currency}", lasting(leaf, each.lasts)))
    if commercial.note:
        yield Pairs((), notes=(commercial.note,))


def entered(leaf: Leaf, label: str, entries: Mapping[str, Entry], words: Callable[[Entry], tuple[str, str]]) -> Iterator[Block]:
    """Entries with their words, if there are any."""
    if entries:
        items = tuple(Pair(each.label, *words(each), clause=each.source, anchor=leaf.anchor(each.source)) for each in entries.values())
        yield Pairs(items, label, notes=noted((each.label, each.note) for each in entries.values()))


def lasting(leaf: Leaf, lasts: Target | None) -> str:
    """For how long, in words."""
    return target_in_words(lasts, leaf.language) if lasts else ""
