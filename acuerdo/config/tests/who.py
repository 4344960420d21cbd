"""Everybody there is, and who of them may be at an address: what the table of places is written in."""

from dataclasses import dataclass

#: What became of a request.
IN, SIGN_IN, FORBIDDEN, ABSENT, METHOD = "in", "sign in", "forbidden", "absent", "method"

WORKERS = ("agent", "supervisor", "manager", "admin")
READERS = (*WORKERS, "auditor")
#: `diana` reported the case, `colleague` is of her organisation, `outsider` of another, `nobody` is no contact's person.
CUSTOMERS = ("diana", "colleague", "outsider", "nobody")
STRANGERS = ("anonymous", "inactive")
ALL = (*READERS, *CUSTOMERS, *STRANGERS)

Who = dict[str, str]

EVERYBODY: Who = dict.fromkeys(ALL, IN)
NO_METHOD: Who = dict.fromkeys(ALL, METHOD)
TO_READ: Who = {**dict.fromkeys(READERS, IN), **dict.fromkeys(CUSTOMERS, FORBIDDEN), **dict.fromkeys(STRANGERS, SIGN_IN)}
TO_WORK: Who = {**TO_READ, "auditor": FORBIDDEN}
#: Whoever has signed in, to their own.
SIGNED_IN: Who = {**EVERYBODY, **dict.fromkeys(STRANGERS, SIGN_IN)}
#: What administrators do, and what auditors may read beside them.
TO_ADMINISTER: Who = {**TO_READ, **dict.fromkeys(("agent", "supervisor", "manager", "auditor"), FORBIDDEN)}
TO_AUDIT: Who = {**TO_ADMINISTER, "auditor": IN}
#: What is its maker's alone is not there for anybody else; here it is always somebody else's.
ONES_OWN: Who = {who: ABSENT if gets == IN else gets for who, gets in TO_WORK.items()}
#: To watch over the desk.
TO_OVERSEE: Who = {**TO_WORK, "agent": FORBIDDEN}
#: To see how the desk does.
TO_WATCH: Who = {**TO_OVERSEE, "auditor": IN}
OF_A_CUSTOMER: Who = {
    **dict.fromkeys(READERS, FORBIDDEN),
    **dict.fromkeys(CUSTOMERS, IN),
    "nobody": FORBIDDEN,
    **dict.fromkeys(STRANGERS, SIGN_IN),
}
OF_A_CUSTOMERS_CASE: Who = {**OF_A_CUSTOMER, "outsider": ABSENT}
#: A desk that is no demonstration shows its built-in mailbox to its administrators only.
OF_ADMINISTRATORS: Who = {**dict.fromkeys(ALL, ABSENT), "admin": IN}
NOBODY: Who = dict.fromkeys(ALL, FORBIDDEN)


@dataclass(frozen=True)
class Place:
    """Who gets in by GET and by POST; `args` name what the address needs (see `Things`). `secret`: the address itself is the key."""

    get: Who
    post: Who
    args: tuple[str, ...] = ()
    secret: bool = False


def page(who: Who, *args: str) -> Place:
    """What is only read."""
    return Place(who, NO_METHOD, args)


def verb(who: Who, *args: str) -> Place:
    """What is only done."""
    return Place(NO_METHOD, who, args)


def form(who: Who, *args: str) -> Place:
    """What is read and done at one address."""
    return Place(who, who, args)
