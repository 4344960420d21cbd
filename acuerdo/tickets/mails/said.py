"""What the words of a mail are made of."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Said = str | Promise
#: The parts in the order in which one reads them.
PARTS = ("subject", "heading", "opening", "ending")


@dataclass(frozen=True)
class Words:
    """The words of one kind of mail. `label` names it to the desk; `inside` says what it carries besides, for its editor.

    `must`: the variables without which it would not say what it is for; whoever writes it keeps them in one of its parts.
    `unsent`: manuals name it, and nothing sends it yet (docs/decisions/0017).
    """

    label: Said
    subject: Said
    heading: Said = ""
    opening: Said = ""
    ending: Said = ""
    inside: Said = ""
    to_desk: bool = False
    must: tuple[str, ...] = ()
    unsent: bool = False


REPLY = _("Para contestar, responda a este correo.")
