"""A message as everybody else sees it."""

from dataclasses import dataclass
from datetime import datetime

from acuerdo.core.mail.addresses import Address


@dataclass(frozen=True, slots=True)
class Part:
    """A file that came with a message. Its type is the sender's word, not to be trusted."""

    #: Safe as a file's name anywhere, never empty.
    filename: str
    content_type: str
    content: bytes
    #: What the HTML calls it (`cid:`), without brackets; "" for what the HTML does not show.
    cid: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    r"""What was read from a raw message. Texts hold no NUL, no lone surrogate, and end lines in \\n."""

    #: With its brackets, as it is sent; "" where there is none.
    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    sender: Address
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    #: The envelope's sender: "" is the null path of bounces, None is not known.
    return_path: str | None
    subject: str
    #: As the sender's clock had it, in UTC.
    date: datetime | None
    #: The best plain text there is.
    text: str
    #: The HTML as it came, to be cleaned before anybody sees it; "" where there is none.
    html: str
    parts: tuple[Part, ...]
    #: Every field in order, names in lower case, values decoded.
    headers: tuple[tuple[str, str], ...]

    def header(self, name: str) -> str:
        """Give the first field of that name (in lower case), or ""."""
        return next((value for each, value in self.headers if each == name), "")

    @property
    def auto_submitted(self) -> str:
        """RFC 3834's word in lower case: no, auto-generated, auto-replied …, or "" where unsaid."""
        return self.header("auto-submitted").partition(";")[0].partition("(")[0].strip().lower()  # a comment: «auto-replied (vacation)»
