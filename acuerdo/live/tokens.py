"""The token a page carries to the stream: which desk, whose session, which topics this person may hear.

The topics are the person's, not the page's, so that one stream serves all tabs of a browser.
"""

import time
from dataclasses import dataclass, field
from hashlib import sha256

from django.core import signing

SALT = "acuerdo.live"
#: How long a token opens the stream, and how long the stream then stays open, seconds. The page asks for a new one.
LASTS = 15 * 60


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a token says. `at`: when it was made, seconds since 1970; whoever opens a stream with it has seen nothing later."""

    desk: str
    person: int
    session: str
    topics: tuple[str, ...]
    at: float = field(default_factory=time.time)

    def hears(self, topic: str) -> bool:
        """Whether a topic is among its own; `ticket-*` stands for every topic that begins so."""
        return any(topic.startswith(mine[:-1]) if mine.endswith("*") else topic == mine for mine in self.topics)


def fingerprint(session_key: str) -> str:
    """A session's name that gives nobody the session."""
    return sha256(session_key.encode()).hexdigest()[:24]


def make(*, desk: str, person: int, session_key: str, topics: tuple[str, ...]) -> str:
    """A signed token for one page."""
    said = Ticket(desk, person, fingerprint(session_key), topics)
    # Named one by one: every page has one, and to have each value looked at for what it may hold takes a hundred calls.
    named = {"desk": said.desk, "person": said.person, "session": said.session, "topics": said.topics, "at": said.at}
    return signing.dumps(named, salt=SALT)


def read(token: str) -> Ticket:
    """What a token says; raises signing.BadSignature when it is false or old."""
    said = signing.loads(token, salt=SALT, max_age=LASTS)
    return Ticket(said["desk"], said["person"], said["session"], tuple(said["topics"]), said.get("at", 0.0))
