"""`acuerdo --help`: the product's own commands, each in words; Django's stay a step behind."""

from importlib import import_module

from django.core.management import get_commands
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

#: What one needs first, in its order; the rest of ours follows by name.
FIRST = ("up", "desk_create", "desk_list", "demo", "prepare", "web", "worker", "listen")
#: `up` runs before Django does.
STARTS = gettext_noop("Inicia todo lo que el producto necesita, y al terminar lo detiene.")


def overview() -> str:
    """All of them, with what each does."""
    lines = [f"  acuerdo {name.replace('_', ' '):<17} {first_sentence(words)}" for name, words in ours().items()]
    ways = _("Los argumentos de una: acuerdo desk create --help. Las órdenes de Django: acuerdo help --commands")
    return "\n".join([_("Órdenes de Acuerdo:"), "", *lines, "", ways, ""])


def ours() -> dict[str, str]:
    """The commands of the product's rooms, in order, each with its help."""
    rooms = {name: str(room) for name, room in get_commands().items() if str(room).startswith("acuerdo")}
    words = {name: str(import_module(f"{room}.management.commands.{name}").Command.help) for name, room in rooms.items()}
    words["up"] = STARTS
    return {name: _(words[name]) for name in [*FIRST, *sorted(words.keys() - set(FIRST))]}


def first_sentence(words: str) -> str:
    """As much as fits a line."""
    return words.partition(". ")[0].rstrip(".") + "."
