"""Who is in a demo desk, as `people/<desk>.toml` says it: the desk itself, its people, its customers. All invented."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

#: In the order in which they are made and shown.
DESKS = ("proware", "digitalware", "soporte", "interwapp", "sgm")


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """Someone of the desk. `title` is a role of the manual, `level` a step of its ladder."""

    name: str
    title: str
    level: str = ""
    signs_in: bool = False


@dataclass(frozen=True, kw_only=True)
class Customer:
    """Someone of a customer's. `level` is a step of the customer's own ladder, where the manual has one."""

    name: str
    job: str = ""
    level: str = ""
    authorised: bool = True
    signs_in: bool = False


@dataclass(frozen=True, kw_only=True)
class Bought:
    """A contract; days are counted from the day of the demonstration, negative before it."""

    plan: str = ""
    since: int = -420
    until: int | None = None
    live_since: int | None = None
    scope: tuple[str, ...] = ()
    overrides: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Client:
    """An organisation. `share` of the cases, against the others'; 0 for one that only scenes use."""

    name: str
    domain: str
    contacts: tuple[Customer, ...]
    contracts: tuple[Bought, ...]
    products: tuple[str, ...] = ()
    share: int = 2


@dataclass(frozen=True, kw_only=True)
class Stranger:
    """Somebody who writes from an address that nobody knows."""

    name: str
    email: str


@dataclass(frozen=True, kw_only=True)
class Closing:
    """How the desk closes by hand: the manual's reason and the sentence that stays on record."""

    reason: str
    sentence: str
    #: What the customer said, where closing so takes both sides (SGM-A18).
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class Roster:
    """A demo desk before it is made."""

    id: str
    name: str
    accent: str
    first_number: int
    #: Cases of the sixty days, those of the last hours not counted (scenes.py).
    cases: int
    people: tuple[Colleague, ...]
    clients: tuple[Client, ...]
    strangers: tuple[Stranger, ...]
    #: None where the manual lets nobody of the desk close.
    closing: Closing | None = None
    #: What a new version of a product is called, where customers must have the last one (DIG-065).
    versions: Mapping[str, str] = field(default_factory=dict)

    def email_of(self, colleague: Colleague) -> str:
        """With which address someone of the desk signs in."""
        return f"{address_of(colleague.name)}@{self.id}.example"


def address_of(name: str) -> str:
    """The part of an address before the @: "Ana Cárdenas" is ana.cardenas."""
    return name.lower().translate(str.maketrans("áéíóúüñ", "aeiouun")).replace(" ", ".")


def roster_of(desk: str) -> Roster:
    """Read the people of one of DESKS."""
    found = tomllib.loads((files(__package__) / "people" / f"{desk}.toml").read_text(encoding="utf-8"))
    return Roster(
        id=desk,
        **found["desk"],
        people=tuple(Colleague(**one) for one in found["people"]),
        clients=tuple(client(one) for one in found["clients"]),
        strangers=tuple(Stranger(**one) for one in found["strangers"]),
        closing=Closing(**found["closing"]) if "closing" in found else None,
        versions=found.get("versions", {}),
    )


def client(said: Mapping[str, Any]) -> Client:
    """One organisation of the file."""
    contracts = tuple(Bought(**{**one, "scope": tuple(one.get("scope", ()))}) for one in said["contracts"])
    contacts = tuple(Customer(**one) for one in said["contacts"])
    return Client(**{**said, "contracts": contracts, "contacts": contacts, "products": tuple(said.get("products", ()))})
