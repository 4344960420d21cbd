"""What can be done to a case besides writing on it: the one list of its verbs, in the order in which people see them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from acuerdo.tickets.forms.approving import ApprovalForm, DecisionForm
from acuerdo.tickets.forms.calling import CallForm
from acuerdo.tickets.forms.checking import ChecksForm, TaskForm
from acuerdo.tickets.forms.committing import PromiseForm, ReplyForm
from acuerdo.tickets.forms.ending import AccordForm, ReviewForm
from acuerdo.tickets.forms.facts import ClassificationForm, CustomerForm
from acuerdo.tickets.forms.information import InformationForm, ReturnForm
from acuerdo.tickets.forms.many import LinkForm, MergeForm, SplitForm
from acuerdo.tickets.forms.moving import AssignmentForm, ClosureForm, LevelForm, StatusForm
from acuerdo.tickets.forms.own_fields import FieldsForm
from acuerdo.tickets.forms.righting import CorrectionForm, TermsForm
from acuerdo.tickets.forms.standing import ConfirmationForm, TagsForm
from acuerdo.tickets.forms.time import CopyForm, TimeForm
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.forms.writing import SolutionForm

#: What the case's menu is headed by, and what stands under each heading.
PARTS: tuple[tuple[Any, tuple[type[VerbForm], ...]], ...] = (
    (
        _("Atender"),
        (
            AssignmentForm,
            LevelForm,
            SolutionForm,
            CustomerForm,
            ClassificationForm,
            StatusForm,
            InformationForm,
            ReturnForm,
            ConfirmationForm,
        ),
    ),
    (_("Comprometer"), (ReplyForm, PromiseForm, ChecksForm, ApprovalForm, DecisionForm, TaskForm)),
    (_("Anotar"), (CallForm, TagsForm, FieldsForm, TimeForm, CopyForm)),
    (_("Otros casos"), (MergeForm, SplitForm, LinkForm)),
    (_("Revisar y terminar"), (ReviewForm, AccordForm, TermsForm, CorrectionForm, ClosureForm)),
)
OFFERED: tuple[type[VerbForm], ...] = tuple(form for _heading, forms in PARTS for form in forms)


def offered(to: Occasion) -> list[type[VerbForm]]:
    """Give the verbs that can be done to a case now."""
    return [form for form in OFFERED if form.is_offered(to)]


def rarer(shown: list[type[VerbForm]]) -> list[tuple[Any, list[type[VerbForm]]]]:
    """Give what the menu holds: under each heading those of these verbs that do not stand beside the subject."""
    parts = [(heading, [form for form in forms if form in shown and not form.stands_out]) for heading, forms in PARTS]
    return [(heading, forms) for heading, forms in parts if forms]
