"""What can be done to a case besides writing on it: the one list of its verbs, in the order in which people see them."""

from acuerdo.tickets.forms.approving import ApprovalForm, DecisionForm
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

OFFERED: tuple[type[VerbForm], ...] = (
    AssignmentForm,
    LevelForm,
    SolutionForm,
    CustomerForm,
    ClassificationForm,
    StatusForm,
    ReplyForm,
    PromiseForm,
    ChecksForm,
    ApprovalForm,
    DecisionForm,
    TaskForm,
    InformationForm,
    ReturnForm,
    ConfirmationForm,
    TagsForm,
    FieldsForm,
    TimeForm,
    CopyForm,
    MergeForm,
    SplitForm,
    LinkForm,
    ReviewForm,
    AccordForm,
    TermsForm,
    CorrectionForm,
    ClosureForm,
)


def offered(to: Occasion) -> list[type[VerbForm]]:
    """Give the verbs that can be done to a case now."""
    return [form for form in OFFERED if form.is_offered(to)]
