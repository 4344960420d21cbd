"""A page as one person sees it."""

from dataclasses import dataclass

#: Who looks: the places that a demo desk's people have in its list of log-ins.
ADMIN, AGENT, SUPERVISOR, AUDITOR, CUSTOMER, NOBODY = "admin", "agent", "supervisor", "auditor", "customer", ""
DESK = "proware"
#: A desk that was just made (`making.py`).
NEW = "nueva"


@dataclass(frozen=True)
class Sight:
    """One page as one person sees it. `{names}` in its path are looked up on other pages (`found.py`); `press` is clicked after it is there, `then` after
    that; a single character is a key."""

    path: str
    who: str = ADMIN
    desk: str = DESK
    press: str = ""
    then: tuple[str, ...] = ()
    #: What a page answers when it is as it should be.
    status: int = 200
    #: Where it leads on to when it is not seen at its own address.
    lands: str = ""
    #: Whether the server is out of reach when `press` is clicked.
    away: bool = False
    #: Whether the live stream is out of reach from the beginning.
    unheard: bool = False
    #: The handful that is looked at with every change.
    main: bool = False


def of_a_case(words: str, case: str = "running", who: str = ADMIN, desk: str = DESK) -> Sight:
    """A page under a case's own address."""
    return Sight(f"/console/casos/{{{case}}}/{words}", who, desk)
