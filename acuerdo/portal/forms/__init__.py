"""What a customer fills in. Each form that writes carries a key, so that a second click of it does nothing."""

from acuerdo.portal.forms.decision import DecisionForm
from acuerdo.portal.forms.message import MessageForm
from acuerdo.portal.forms.missing import MissingForm
from acuerdo.portal.forms.report import PublicReportForm, ReportForm
from acuerdo.portal.forms.written import LONGEST_TEXT, Written, new_key

__all__ = ["LONGEST_TEXT", "DecisionForm", "MessageForm", "MissingForm", "PublicReportForm", "ReportForm", "Written", "new_key"]
