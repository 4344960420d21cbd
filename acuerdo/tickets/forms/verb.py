"""A verb of a case: something done in a dialog of its own, which is asked for only when it is opened."""

from dataclasses import dataclass
from typing import Any, ClassVar

from acuerdo.core.agreements import Agreement
from acuerdo.people.models import Person
from acuerdo.tickets.forms.case import CaseForm
from acuerdo.tickets.models import Ticket


@dataclass(frozen=True, slots=True)
class Occasion:
    """A case as somebody finds it."""

    ticket: Ticket
    agreement: Agreement
    person: Person


class VerbForm(CaseForm):
    """A form with an address of its own, `tickets:<name>`, and what the case's page shows to open it.

    A new verb is such a form in `OFFERED` (offered.py), a view made by `views.verb.verb`, and a template of its fields.
    """

    #: A template is shown the form itself: it must not make one.
    do_not_call_in_templates: ClassVar[bool] = True
    #: What opens it, its dialog's heading, the button that does it.
    label: ClassVar[Any] = ""
    title: ClassVar[Any] = ""
    button: ClassVar[Any] = ""
    icon: ClassVar[str] = ""
    #: The single key that opens it.
    key_of: ClassVar[str] = ""
    #: Beside the subject; else in the menu of what is rarer.
    stands_out: ClassVar[bool] = False

    @classmethod
    def template(cls) -> str:
        """Its fields."""
        return f"tickets/{cls.name}.html"

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """Whether it can be done to this case, by this person, as it stands; it costs no query."""
        return to.ticket.is_open
