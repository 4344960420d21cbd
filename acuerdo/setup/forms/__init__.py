"""What is filled in on this room's pages."""

from acuerdo.setup.forms.absence import AbsenceForm
from acuerdo.setup.forms.mailbox import MailForm, WriteForm
from acuerdo.setup.forms.person import InviteForm, PersonForm
from acuerdo.setup.forms.team import TeamForm

__all__ = ["AbsenceForm", "InviteForm", "MailForm", "PersonForm", "TeamForm", "WriteForm"]
