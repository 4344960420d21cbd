"""Who may look into the built-in mailbox."""

from django.conf import settings
from django.http import HttpRequest

from acuerdo.desks.middleware import at_home
from acuerdo.desks.queries import desk_of
from acuerdo.notifications.queries import own_server
from acuerdo.people.access import ADMINISTER, may
from acuerdo.people.models import Person


def shows_mailbox(request: HttpRequest) -> bool:
    """Whether mail goes nowhere else, and who asks sits at this very machine: anybody at a demonstration, else who administers the desk."""
    if not settings.BUILT_IN_MAILBOX or not at_home(request) or own_server() is not None:
        return False
    administers = isinstance(request.user, Person) and may(request.user, ADMINISTER)
    return administers or (settings.DEMO and desk_of(request).is_demo)
