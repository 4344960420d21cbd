"""What a desk writes down once."""

from acuerdo.automation.forms.macro import MacroForm, SharedMacroForm
from acuerdo.automation.forms.recurring import RecurringForm

__all__ = ["MacroForm", "RecurringForm", "SharedMacroForm"]
