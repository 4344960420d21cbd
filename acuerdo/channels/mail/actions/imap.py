"""A conversation with an IMAP server (RFC 9051), encrypted always: a folder opened, its messages read byte by byte, marked or moved."""

import imaplib
import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailMessageFlags
from imap_tools.errors import ImapToolsError, UnexpectedCommandStatusError
from imap_tools.utils import encode_folder

from acuerdo.channels.mail.actions.trying import LONGEST, PATIENCE, Step, find, net_problem, words_of
from acuerdo.core.errors import Refusal
from acuerdo.notifications.models import Security

#: All that can go wrong in a conversation.
TROUBLE = (OSError, imaplib.IMAP4.error, ImapToolsError, ValueError)
#: Messages whose size is asked for at once; their numbers fit a command's line (RFC 9051 §9: 8192 bytes are safe).
AT_ONCE = 200


@dataclass(frozen=True)
class ImapServer:
    """Where the mailbox is, and as whom it is opened."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    security: str = Security.TLS


class ServerSaysNo(Refusal):
    """A step of the conversation failed: `step` as `Step` names it, with its problem and the server's words."""

    code = "mail.server_says_no"

    def __init__(self, step: Step) -> None:
        super().__init__(f"{step.name}: {step.problem}: {step.detail}")
        self.step = step


@dataclass(frozen=True)
class Folder:
    """A folder that is open. `uid_validity` and `uid` together name a message for ever (RFC 9051 §2.3.1.1)."""

    mailbox: BaseMailBox
    name: str
    uid_validity: int
    next_uid: int

    def uids(self, first: int, *, since: date | None) -> list[int]:
        """The messages from a number on, in order; `since`: only those that the server got on that day or later."""
        wanted = f"UID {first}:*" + (f" SINCE {since.day}-{MONTHS[since.month - 1]}-{since.year}" if since else "")
        # `*` is the last message, whatever its number: 7:* gives 5 where there is none above (RFC 9051 §9).
        return sorted(uid for uid in map(int, self.mailbox.uids(wanted, charset=None)) if uid >= first)

    def sizes(self, uids: Iterable[int]) -> dict[int, int]:
        """How many bytes each has; those that are gone are left out."""
        words = ((line.decode(errors="replace").translate(BARE).upper().split()) for line in self.asked(uids, "RFC822.SIZE"))
        return {int(said[said.index("UID") + 1]): int(said[said.index("RFC822.SIZE") + 1]) for said in words}

    def arrived(self, uids: Iterable[int]) -> dict[int, datetime]:
        """When the server got each, to the second; those that are gone are left out."""
        found: dict[int, datetime] = {}
        for line in self.asked(uids, "INTERNALDATE"):
            words = line.decode(errors="replace").translate(BARE).upper().split()
            at = imaplib.Internaldate2tuple(line)
            if at is not None:
                found[int(words[words.index("UID") + 1])] = datetime.fromtimestamp(time.mktime(at), UTC)
        return found

    def asked(self, uids: Iterable[int], what: str) -> Iterator[bytes]:
        """The server's lines about one thing of each message."""
        numbers = list(map(str, uids))
        for start in range(0, len(numbers), AT_ONCE):
            _ok, lines = self.mailbox.client.uid("FETCH", ",".join(numbers[start : start + AT_ONCE]), f"(UID {what})")
            yield from (line for line in lines if isinstance(line, bytes) and what.encode() in line.upper())

    def read(self, uid: int) -> bytes | None:
        """A message as it came, byte by byte and still unread there; None where it is gone.

        Raises ServerSaysNo where it is there, or may be, and the server does not give it.
        """
        answer = self.mailbox.client.uid("FETCH", str(uid), "(UID BODY.PEEK[])")
        if answer[0] != "OK":
            raise ServerSaysNo(failed("message", UnexpectedCommandStatusError(answer, "OK"), "refused_by_server"))
        return next((bytes(part[1]) for part in answer[1] if isinstance(part, tuple)), None)

    def mark(self, uid: int) -> None:
        """Mark it as read."""
        self.mailbox.flag(str(uid), MailMessageFlags.SEEN, value=True)

    def move(self, uid: int, folder: str) -> None:
        """Move it, and it alone: what others have marked for deletion is not expunged with it (RFC 4315, RFC 6851)."""
        self.mark(uid)
        _ok, lines = self.mailbox.client.capability()
        able = {word.upper() for line in lines for word in line.split()}
        if b"MOVE" in able:
            answer = self.mailbox.client.uid("MOVE", str(uid), encode_folder(folder))  # type: ignore[arg-type]  # typeshed: str; it takes bytes
            if answer[0] != "OK":
                raise UnexpectedCommandStatusError(answer, "OK")
            return
        self.mailbox.copy(str(uid), folder)
        self.mailbox.flag(str(uid), MailMessageFlags.DELETED, value=True)
        if b"UIDPLUS" in able:
            self.mailbox.client.uid("EXPUNGE", str(uid))


BARE = str.maketrans("()", "  ")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@contextmanager
def opened(server: ImapServer, folder: str, *, patience: float = PATIENCE) -> Iterator[Folder]:
    """A folder of a mailbox, open to be read and marked. Raises ServerSaysNo with the step that failed."""
    with conversation(server, patience) as mailbox:
        log_in(mailbox, server)
        yield select(mailbox, folder)


@contextmanager
def conversation(server: ImapServer, patience: float) -> Iterator[BaseMailBox]:
    """Connected, and said good-bye to at the end, whatever it was; a server that hangs up then has done no harm. Raises ServerSaysNo."""
    mailbox = connected(server, patience)
    try:
        yield mailbox
    finally:
        with suppress(*TROUBLE):
            mailbox.logout()


def connected(server: ImapServer, patience: float) -> BaseMailBox:
    """Found by its name, reached, and encrypted with a certificate that is checked."""
    found = find(server.host, server.port)
    if found.problem:
        raise ServerSaysNo(found)
    how = MailBoxStartTls if server.security == Security.STARTTLS else MailBox
    try:
        return how(server.host, server.port, timeout=patience, ssl_context=ssl.create_default_context())
    except TROUBLE as error:
        raise ServerSaysNo(failed("connect", error, "no_imap")) from error


def log_in(mailbox: BaseMailBox, server: ImapServer) -> None:
    """As the mailbox's user; names and passwords with letters beyond ASCII go by AUTHENTICATE."""
    plain = (server.user + server.password).isascii()
    try:
        (mailbox.login if plain else mailbox.login_utf8)(server.user, server.password, initial_folder=None)
    except TROUBLE as error:
        step = failed("login", error, "refused_by_server")
        raise ServerSaysNo(Step(step.name, step.problem, step.detail.replace(server.password, "…"))) from error


def select(mailbox: BaseMailBox, folder: str) -> Folder:
    """Open a folder."""
    try:
        mailbox.folder.set(folder)
        validity, following = (int((mailbox.client.response(name)[1] or [b"0"])[0] or 0) for name in ("UIDVALIDITY", "UIDNEXT"))
    except TROUBLE as error:
        raise ServerSaysNo(failed("folder", error, "no_such_folder")) from error
    return Folder(mailbox, folder, validity, following)


def failed(name: str, error: Exception, otherwise: str) -> Step:
    """The step that a trouble stopped; `otherwise`: its code where the server itself refused."""
    return Step(name, net_problem(error) or otherwise, said(error))


def said(error: Exception) -> str:
    """The server's words."""
    if isinstance(error, UnexpectedCommandStatusError):
        lines = error.command_result[1] if len(error.command_result) > 1 else []
        return b" ".join(line for line in lines if isinstance(line, bytes)).decode(errors="replace")[:LONGEST]
    if isinstance(error, imaplib.IMAP4.error) and error.args:
        first = error.args[0]
        return (first.decode(errors="replace") if isinstance(first, bytes) else str(first))[:LONGEST]
    return words_of(error)
