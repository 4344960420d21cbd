"""What the desk's people fill in on a case. The manual gives the choices; what it demands is the actions' to refuse."""

from acuerdo.tickets.forms.approving import WAIVE, ApprovalForm, DecisionForm
from acuerdo.tickets.forms.caller import CallerForm
from acuerdo.tickets.forms.calling import CallForm
from acuerdo.tickets.forms.case import CaseForm
from acuerdo.tickets.forms.checking import ChecksForm, TaskForm
from acuerdo.tickets.forms.committing import PromiseForm, ReplyForm
from acuerdo.tickets.forms.facts import ClassificationForm, CustomerForm, facts_of
from acuerdo.tickets.forms.information import InformationForm, ReturnForm
from acuerdo.tickets.forms.many import LinkForm, MergeForm, SplitForm
from acuerdo.tickets.forms.moving import CANCEL, AssignmentForm, ClosureForm, LevelForm, StatusForm
from acuerdo.tickets.forms.offered import OFFERED, offered, rarer
from acuerdo.tickets.forms.own_fields import FieldsForm
from acuerdo.tickets.forms.righting import CorrectionForm, TermsForm
from acuerdo.tickets.forms.standing import ConfirmationForm, TagsForm
from acuerdo.tickets.forms.time import CopyForm, TimeForm
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.forms.writing import AnswerForm, Blank, NoteForm, SolutionForm

__all__ = [
    "CANCEL",
    "OFFERED",
    "WAIVE",
    "AnswerForm",
    "ApprovalForm",
    "AssignmentForm",
    "Blank",
    "CallForm",
    "CallerForm",
    "CaseForm",
    "ChecksForm",
    "ClassificationForm",
    "ClosureForm",
    "ConfirmationForm",
    "CopyForm",
    "CorrectionForm",
    "CustomerForm",
    "DecisionForm",
    "FieldsForm",
    "InformationForm",
    "LevelForm",
    "LinkForm",
    "MergeForm",
    "NoteForm",
    "Occasion",
    "PromiseForm",
    "ReplyForm",
    "ReturnForm",
    "SolutionForm",
    "SplitForm",
    "StatusForm",
    "TagsForm",
    "TaskForm",
    "TermsForm",
    "TimeForm",
    "VerbForm",
    "facts_of",
    "offered",
    "rarer",
]
