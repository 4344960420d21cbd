"""Who reacts to what: `config/reactions.py` says it, this keeps it. A reaction takes an event row and may run twice."""

from collections.abc import Callable, Mapping, Sequence

from acuerdo.events.models import Event

type_of_reaction = Callable[[Event], None]
_by_kind: dict[str, tuple[str, ...]] = {}
_by_name: dict[str, type_of_reaction] = {}


def name_of(reaction: type_of_reaction) -> str:
    """A reaction's stored name: its room and function, e.g. `tickets.acknowledge`, whichever of the room's files it is in."""
    room = reaction.__module__.removeprefix("acuerdo.").partition(".reactions")[0]
    return f"{room}.{reaction.__name__}"


def register(reactions: Mapping[str, Sequence[type_of_reaction]]) -> None:
    """Take the table of reactions; called once, at start."""
    _by_kind.clear()
    _by_name.clear()
    for kind, functions in reactions.items():
        _by_kind[kind] = tuple(name_of(function) for function in functions)
        _by_name.update({name_of(function): function for function in functions})


def named_for(kind: str) -> tuple[str, ...]:
    """The names of the reactions to a kind of event."""
    return _by_kind.get(kind, ())


def reaction(name: str) -> type_of_reaction | None:
    """The function of that name; None when this version no longer has it."""
    return _by_name.get(name)
