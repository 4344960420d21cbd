"""Sessions in the desk's database, as Django keeps them; read at each page by a question that is written once."""

from django.contrib.sessions.backends.db import SessionStore as Kept
from django.contrib.sessions.models import Session
from django.utils import timezone

from acuerdo.desks.prepared import Given, Prepared

_LIVING = Prepared(lambda: Session.objects.filter(session_key=Given("key"), expire_date__gt=Given("now")))


class SessionStore(Kept):
    """Django's, but for how a session is read."""

    def _get_session_from_db(self) -> Session | None:
        """Give the session unless it has ended, or there never was one."""
        found = _LIVING.first(key=self.session_key, now=timezone.now())
        if found is None:
            self._session_key = None
        return found
