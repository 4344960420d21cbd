"""The forms of this room's pages."""

from acuerdo.channels.mail.forms.server import MailboxForm, ServerForm

__all__ = ["MailboxForm", "ServerForm"]
