"""Mail that no person wrote: it is kept and shown, but never answered by a machine of ours."""

import re
from collections.abc import Iterable

from acuerdo.core.mail.addresses import answers_nobody, local_part, without_tag
from acuerdo.core.mail.letter import Letter

#: Every mail that leaves a desk carries it, with the desk's name.
DESK_HEADER = "X-Acuerdo-Desk"

_AUTO_REPLY_PRECEDENCES = frozenset({"auto_reply", "auto-reply"})
_PRECEDENCES = _AUTO_REPLY_PRECEDENCES | {"bulk", "junk", "list"}
_AUTO_REPLY_HEADERS = ("x-autoreply", "x-autorespond", "x-autoreply-from", "x-mail-autoreply")
_LIST_HEADERS = ("list-id", "list-unsubscribe", "list-post", "mailing-list")
#: «Ausente» only where a colon says that a program put it before our subject; «Vacaciones:» is what customers of payrolls write of.
_AUTO_REPLY_SUBJECT = re.compile(
    r"\s*(?:(?:respuesta autom[áa]tica|automatic reply|auto(?:matic)?[- ]?(?:reply|response)|auto-?r? ?respuesta"
    r"|fuera de (?:la )?oficina|out of (?:the )?office)\b"
    r"|ausente\s*:)",
    re.IGNORECASE,
)
_RECEIPT = "disposition-notification"
_DAEMONS = frozenset({"mailer-daemon", "mail-daemon", "postmaster"})


def is_automatic(letter: Letter) -> bool:
    """Whether a program or a list sent it, or it asks not to be answered by one (RFC 3834 §2)."""
    return (
        is_auto_reply(letter)
        or is_bounce(letter)
        or _is_ours(letter)
        or _says_a_program(letter)
        or any(letter.header(name) for name in _LIST_HEADERS)
    )


def is_auto_reply(letter: Letter) -> bool:
    """Whether a machine wrote the words (out of office, a read receipt …): such a message is no answer of the customer's.

    A person's message through a mailing list is automatic in the sense above, but it is that person's.
    """
    return (
        letter.auto_submitted not in {"", "no"}
        or any(letter.header(name) for name in _AUTO_REPLY_HEADERS)
        or _AUTO_REPLY_SUBJECT.match(letter.subject) is not None
        or _is_receipt(letter)
    )


def answers_by_itself(letter: Letter) -> bool:
    """Whether a program wrote it in answer to a mail, or says that one was read: it reports nothing (RFC 3834 §5).

    A program that writes of itself (auto-generated: what watches over servers) reports like anybody. By its subject alone, which a
    person may write too, it is known only where something else says that it is a program's, or an answer.
    """
    if letter.auto_submitted == "auto-replied" or letter.header("precedence").lower() in _AUTO_REPLY_PRECEDENCES:
        return True
    if any(letter.header(name) for name in _AUTO_REPLY_HEADERS) or _is_receipt(letter):
        return True
    is_answer = bool(letter.in_reply_to or letter.references or letter.return_path == "")
    return _AUTO_REPLY_SUBJECT.match(letter.subject) is not None and (is_answer or _says_a_program(letter))


def is_bounce(letter: Letter) -> bool:
    """Whether it reports on delivery: a report, a mailer-daemon's, or with the null path and no auto-reply."""
    types = {part.content_type for part in letter.parts}
    if "message/delivery-status" in types:
        return True
    if "multipart/report" in letter.header("content-type").lower():
        return not _is_receipt(letter)
    if local_part(without_tag(letter.sender.email)) in _DAEMONS:
        return True
    return letter.return_path == "" and not is_auto_reply(letter)


def should_acknowledge(letter: Letter, own: Iterable[str] = ()) -> bool:
    """Whether a machine of ours may answer: a person wrote, from an address that is read, and not our own.

    `own` are the desk's mailboxes. How often one sender is acknowledged is not asked here.
    """
    sender = without_tag(letter.sender.email)
    return bool(
        letter.sender.email
        and letter.return_path != ""
        and not is_automatic(letter)
        and not answers_nobody(letter.sender.email)
        and sender not in {without_tag(each.lower()) for each in own}
    )


def _is_receipt(letter: Letter) -> bool:
    """Whether a program says that our mail was read, or deleted unread (RFC 8098)."""
    said = letter.header("content-type").lower()
    return "multipart/report" in said and _RECEIPT in said


def _is_ours(letter: Letter) -> bool:
    return bool(letter.header(DESK_HEADER.lower()))


def _says_a_program(letter: Letter) -> bool:
    """Whether a field says that a program, or a list, sent it."""
    return letter.auto_submitted not in {"", "no"} or letter.header("precedence").lower() in _PRECEDENCES or _suppresses(letter)


def _suppresses(letter: Letter) -> bool:
    """Microsoft's [MS-OXCMAIL] §2.2.3.2.14: the kinds of answer that are not wanted; None wants them all."""
    return letter.header("x-auto-response-suppress").strip().lower() not in {"", "none", "0"}
