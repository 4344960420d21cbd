"""Mail addresses: reading them from headers, and what their parts say (RFC 5322 §3.4)."""

import re
from dataclasses import dataclass

from acuerdo.core.mail.words import words

#: RFC 5321 §4.5.3.1.3, less the two brackets of a path.
LONGEST = 254

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*+"?+|<[^<>]*+>?+|\((?:[^()\\]|\\.)*+\)?+|[^"<(,;]++|[,;]', re.DOTALL)
_BRACKETED = re.compile(r"<([^<>]*)>")
_COMMENT = re.compile(r"\(((?:[^()\\]|\\.)*+)\)")
_ADDRESS = re.compile(r'(?:[^\s@<>(),:;"\\\[\]]+|"[^"\\]+")@[^\s@<>(),:;"\\\[\]]+')
_NO_REPLY = re.compile(
    r"(?:no|do-?not|dont|nao)[-_.]?(?:reply|responder|responda|conteste|contestar)"
    r"|noresponder|donotreply|mailer-daemon|mail-daemon|postmaster|bounces?|listserv|majordomo"
    r"|(?:notificaciones|alertas?)[-_.]no[-_.]?reply|(?:[a-z.-]+[-_.])?no-?reply(?:[-_.][a-z.-]+)?"
)

#: Where anybody can have a mailbox: such a domain never tells whose customer somebody is.
FREE_DOMAINS = """
gmail.com googlemail.com ymail.com rocketmail.com icloud.com me.com mac.com msn.com aol.com proton.me protonmail.com
pm.me zoho.com zohomail.com mail.com mail.ru fastmail.com hey.com tutanota.com tuta.io inbox.com qq.com 163.com 126.com
hushmail.com email.com terra.com terra.com.co latinmail.com une.net.co etb.net.co epm.net.co cable.net.co telmex.net.co
claro.net.co
"""
FREE = frozenset(FREE_DOMAINS.split())
_FREE_FAMILY = re.compile(r"(?:hotmail|outlook|live|yahoo|gmx|yandex)\.(?:com?\.)?[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Address:
    """A name and an address, the address in lower case; empty where none could be read."""

    name: str
    email: str

    @property
    def domain(self) -> str:
        """What stands after the @, in lower case, or ""."""
        return domain(self.email)


def normal(address: str) -> str:
    """Give the address in lower case without brackets, white space or a last dot; "" if it is none."""
    said = "".join(address.strip().strip("<>").split()).removeprefix("mailto:").rstrip(".").lower()
    fits = len(said) <= LONGEST and _ADDRESS.fullmatch(said) and ".." not in domain(said)
    return said if fits and not domain(said).startswith(".") else ""


def addresses(value: str) -> tuple[Address, ...]:
    """Give the mailboxes of a header (still with its encoded words), groups opened, nonsense left out."""
    return tuple(each for each in map(_mailbox, _mailboxes(value)) if each.email)


def first(value: str) -> Address:
    """Give the first mailbox that has an address; without one, whatever name there is."""
    found = addresses(value)
    return found[0] if found else Address(_name(value), "")


def domain(address: str) -> str:
    """Give what stands after the last @, in lower case."""
    return address.rpartition("@")[2].lower() if "@" in address else ""


def local_part(address: str) -> str:
    """Give what stands before the last @."""
    return address.rpartition("@")[0]


def tag(address: str) -> str:
    """Give what stands after the first + of the local part: `soporte+c12@…` has the tag c12."""
    return local_part(address).partition("+")[2]


def without_tag(address: str) -> str:
    """Give the mailbox itself: `soporte+c12@desk` is `soporte@desk`."""
    return f"{local_part(address).partition('+')[0]}@{domain(address)}"


def is_free(domain_name: str) -> bool:
    """Whether anybody can have a mailbox there, so that it is never a customer's domain."""
    name = domain_name.lower().rstrip(".")
    return name in FREE or _FREE_FAMILY.fullmatch(name) is not None


def answers_nobody(address: str) -> bool:
    """Whether the address says of itself that nobody reads it (no-reply, mailer-daemon …)."""
    return _NO_REPLY.fullmatch(without_tag(address).rpartition("@")[0].lower()) is not None


def _mailboxes(value: str) -> list[str]:
    """Part at commas and semicolons that stand outside quotes, comments and brackets."""
    found: list[list[str]] = [[]]
    for piece in _PIECE.findall(value):
        if piece in {",", ";"}:
            found.append([])
        else:
            found[-1].append(piece)
    return ["".join(pieces) for pieces in found]


def _mailbox(written: str) -> Address:
    """Read one: `Name <address>`, `address (Name)`, `group: address`, or a bare address."""
    bracketed = _BRACKETED.findall(written)
    if bracketed:
        return Address(_name(written[: written.rindex("<")]), normal(bracketed[-1]))
    comments = _COMMENT.findall(written)
    bare = _COMMENT.sub(" ", written).rpartition(":")[2]
    return Address(_name(comments[-1]) if comments else "", normal(bare))


def _name(written: str) -> str:
    said = words(re.sub(r"\\(.)", r"\1", written.replace("<", " ").replace(">", " ")))
    return " ".join(said.strip().strip("\"'").split())[:200]
