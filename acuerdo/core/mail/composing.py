"""What our own messages are called."""

import re

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,64}")


def new_message_id(desk_host: str, ticket_number: int, token: str) -> str:
    """Give the Message-ID, with its brackets, of one outgoing message: fixed and stored before it is sent.

    `token` makes it unique and hard to guess, since whoever names it in In-Reply-To joins the case: at
    least eight of A–Z, a–z, 0–9, _ and -. Raises ValueError for anything that is no identifier.
    """
    host = desk_host.partition(":")[0].lower()
    if not (_HOST.fullmatch(host) and _TOKEN.fullmatch(token) and ticket_number > 0):
        msg = f"no Message-ID of {desk_host!r}, {ticket_number!r} and this token"
        raise ValueError(msg)
    return f"<caso.{ticket_number}.{token}@{host}>"
