"""Trying a mailbox by IMAP, step by step, without taking or marking anything."""

from collections.abc import Iterator

from imap_tools import BaseMailBox

from acuerdo.channels.mail.actions.imap import TROUBLE, ImapServer, ServerSaysNo, conversation, failed, log_in, select
from acuerdo.channels.mail.actions.trying import PATIENCE, Step


def try_incoming(server: ImapServer, folder: str, moved_to: str = "", *, patience: float = PATIENCE) -> list[Step]:
    """Name, connection with TLS, log-in, the folder, and the one that taken messages are moved to; until one fails.

    Blocks for at most a few times `patience` seconds. The folder's step says how many messages are in it.
    """
    return list(steps(server, folder, moved_to, patience))


def steps(server: ImapServer, folder: str, moved_to: str, patience: float) -> Iterator[Step]:
    """Each in turn."""
    try:
        with conversation(server, patience) as mailbox:
            yield Step("dns")
            yield Step("connect")
            log_in(mailbox, server)
            yield Step("login")
            select(mailbox, folder)
            yield Step("folder", detail=str(mailbox.folder.status(folder, ["MESSAGES"]).get("MESSAGES", 0)))
            if moved_to:
                yield look_for(mailbox, moved_to)
    except ServerSaysNo as no:
        if no.step.name == "connect":
            yield Step("dns")
        yield no.step
    except TROUBLE as error:
        yield failed("folder", error, "refused_by_server")


def look_for(mailbox: BaseMailBox, folder: str) -> Step:
    """Whether there is such a folder, without opening it."""
    try:
        mailbox.folder.status(folder, ["MESSAGES"])
    except TROUBLE as error:
        return failed("moved", error, "no_such_folder")
    return Step("moved")
