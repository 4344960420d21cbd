"""Every address of a desk, and who may be there. A new address fails the tests until it has its place in this table."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

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
#: What is its maker's alone is not there for anybody else.
ONES_OWN: Who = {who: ABSENT if gets == IN else gets for who, gets in TO_WORK.items()}
#: To watch over the desk.
TO_OVERSEE: Who = {**TO_WORK, "agent": FORBIDDEN}
#: To see how the desk does.
TO_WATCH: Who = {**TO_OVERSEE, "auditor": IN}
#: One that the desk does not have.
OF_THE_DESK: Who = {who: ABSENT if gets == IN else gets for who, gets in TO_ADMINISTER.items()}
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


PLACES: dict[str, Place] = {
    "live_token": page(NOBODY),  # without a token to renew
    "ui:colour": page(EVERYBODY),
    "people:home": page(EVERYBODY),
    "people:invitation": Place(EVERYBODY, EVERYBODY, ("invitation",), secret=True),
    "people:account": form(SIGNED_IN),
    "people:others": verb(SIGNED_IN),
    "people:language": verb(EVERYBODY),
    "people:theme": verb(EVERYBODY),
    "people:keys": verb(EVERYBODY),
    "account_login": form(EVERYBODY),
    "account_logout": form(EVERYBODY),
    "account_inactive": Place(EVERYBODY, NO_METHOD),
    "account_signup": page(EVERYBODY),
    "account_reset_password": form(EVERYBODY),
    "account_reset_password_done": page(EVERYBODY),
    "account_reset_password_from_key": form(EVERYBODY, "person", "key"),
    "account_reset_password_from_key_done": page(EVERYBODY),
    "setup:administration": page(TO_AUDIT),
    "agreements:fields": page(TO_ADMINISTER),
    "agreements:field_new": form(TO_ADMINISTER),
    "agreements:field": form(TO_ADMINISTER, "field"),
    "mail:mailboxes": page(TO_ADMINISTER),
    "mail:news": page(TO_ADMINISTER),
    "mail:addresses": verb(TO_ADMINISTER),
    "mail:outgoing": verb(TO_ADMINISTER),
    "customers:organisations": page(TO_ADMINISTER),
    "customers:import": form(TO_ADMINISTER),
    "customers:template": page(TO_ADMINISTER),
    "customers:export": page(TO_ADMINISTER),
    "customers:organisation_new": form(TO_ADMINISTER),
    "customers:organisation": page(TO_ADMINISTER, "organisation"),
    "customers:organisation_edit": form(TO_ADMINISTER, "organisation"),
    "customers:contact_new": form(TO_ADMINISTER, "organisation"),
    "customers:contract_new": form(TO_ADMINISTER, "organisation"),
    "customers:contact": form(TO_ADMINISTER, "contact"),
    "customers:contact_access": verb(TO_ADMINISTER, "contact"),
    "customers:contract": form(TO_ADMINISTER, "contract"),
    "customers:products": page(TO_ADMINISTER),
    "customers:product_new": form(TO_ADMINISTER),
    "customers:product": form(TO_ADMINISTER, "product"),
    "audit:log": page(TO_AUDIT),
    "audit:export": verb(TO_AUDIT, "format"),
    "audit:system": page(TO_ADMINISTER),
    "audit:check": verb(TO_ADMINISTER),
    "audit:places": verb(TO_ADMINISTER),
    "audit:seal": page(TO_AUDIT, "seal"),
    "audit:retry": verb(TO_ADMINISTER, "zero"),
    "audit:discard": verb(TO_ADMINISTER, "zero"),
    "audit:send_again": verb(TO_ADMINISTER, "outgoing"),
    "audit:raw_mail": page(TO_ADMINISTER, "raw"),
    "audit:process_again": verb(TO_ADMINISTER, "raw"),
    "audit:proof": verb(TO_READ, "number"),
    "audit:customers_proof": verb({**OF_A_CUSTOMERS_CASE, "nobody": ABSENT}, "number"),
    "setup:step": verb(TO_ADMINISTER),
    "setup:people": page(TO_ADMINISTER),
    "setup:person_new": form(TO_ADMINISTER),
    "setup:roles": page(TO_ADMINISTER),
    "setup:person": form(TO_ADMINISTER, "colleague"),
    "setup:person_access": verb(TO_ADMINISTER, "colleague"),
    "setup:teams": page(TO_ADMINISTER),
    "setup:team_new": form(TO_ADMINISTER),
    "setup:team": form(TO_ADMINISTER, "team"),
    "setup:absences": form(TO_ADMINISTER, "colleague"),  # and one's own
    "setup:absence_remove": verb(TO_ADMINISTER, "absence"),
    "setup:mailbox": page(OF_ADMINISTRATORS),
    "setup:mailbox_write": form(OF_ADMINISTRATORS),
    "setup:mailbox_mail": page(OF_ADMINISTRATORS, "outgoing"),
    "setup:mailbox_html": page(OF_ADMINISTRATORS, "outgoing"),
    "setup:mailbox_file": page(OF_ADMINISTRATORS, "outgoing", "zero"),
    "setup:mailbox_answer": verb(OF_ADMINISTRATORS, "outgoing"),
    "console:queue": page(TO_READ),
    "console:news": page(TO_READ),
    "console:filters": page(TO_READ),
    "console:keep_view": form(TO_READ),
    "console:forget_view": verb(TO_READ, "saved_view"),
    "console:rail": page(TO_READ),
    "console:notices": form(TO_READ),  # that one has read one's own notices is no writing
    "console:customer_cases": page(TO_ADMINISTER, "organisation"),
    "console:person_cases": form(TO_ADMINISTER, "colleague"),
    "console:contract_cases": page(TO_ADMINISTER, "contract"),
    "console:tasks": page(TO_READ),
    "console:case": page(TO_READ, "number"),
    "console:new": form(TO_WORK),
    "console:peek": page(TO_READ, "number"),
    "console:history": page(TO_READ, "number"),
    "console:print": page(TO_READ, "number"),
    "console:palette": page(TO_READ),
    "console:supervision": page(TO_WATCH),
    "console:compliance": page(TO_WATCH),
    "console:compliance_csv": page(TO_WATCH),
    "console:promises": page(TO_WATCH),
    "console:promises_csv": page(TO_WATCH),
    "console:answers": page(TO_WATCH),
    "console:wall": page(TO_WATCH),
    "contingency": form(TO_OVERSEE),
    "contingency_end": verb(TO_OVERSEE, "zero"),
    "tickets:assignments": verb(TO_WORK),
    "tickets:answers": verb(TO_WORK, "number"),
    "tickets:notes": verb(TO_WORK, "number"),
    "tickets:classification": form(TO_WORK, "number"),
    "tickets:effect": verb(TO_WORK, "number"),
    "tickets:assignment": form(TO_WORK, "number"),
    "tickets:level": form(TO_WORK, "number"),
    "tickets:solution": form(TO_WORK, "number"),
    "tickets:status": form(TO_WORK, "number"),
    "tickets:closure": form(TO_WORK, "number"),
    "tickets:information": form(TO_WORK, "number"),
    "tickets:return": form(TO_WORK, "number"),
    "tickets:confirmation": form(TO_WORK, "number"),
    "tickets:tags": form(TO_WORK, "number"),
    "tickets:fields": form(TO_WORK, "number"),
    "tickets:customer": form(TO_WORK, "number"),
    "tickets:accord": form(TO_WORK, "number"),
    "tickets:review": form(TO_WORK, "number"),
    "tickets:objection": form(TO_WORK, "number"),
    "tickets:ideas": page(TO_READ),
    "tickets:idea": verb(TO_WORK, "zero"),
    "tickets:several": verb(TO_WORK),
    "tickets:several_done": page(TO_WORK, "key"),
    "tickets:children": form(TO_WORK, "number"),
    "tickets:drafts": verb(TO_WORK, "number"),
    "tickets:presence": verb(TO_WORK, "number"),
    "tickets:time": form(TO_WORK, "number"),
    "tickets:time_entry": form(ONES_OWN, "number", "zero"),
    "tickets:copy": form(TO_WORK, "number"),
    "tickets:following": verb(TO_WORK, "number"),
    "automation:mine": page(TO_WORK),
    "automation:mine_new": form(TO_WORK),
    "automation:mine_edit": form(ONES_OWN, "zero"),
    "automation:offered": page(TO_WORK, "number"),
    "automation:ours": page(TO_ADMINISTER),
    "automation:ours_new": form(TO_ADMINISTER),
    "automation:ours_edit": form(OF_THE_DESK, "zero"),
    "automation:schedules": page(TO_ADMINISTER),
    "automation:schedule_new": form(TO_ADMINISTER),
    "automation:schedule": form(OF_THE_DESK, "zero"),
    "tickets:merge": form(TO_WORK, "number"),
    "tickets:unmerge": verb(TO_WORK, "number"),
    "tickets:split": form(TO_WORK, "number"),
    "tickets:link": form(TO_WORK, "number"),
    "tickets:unlink": verb(TO_WORK, "number", "zero"),
    "tickets:promise": form(TO_WORK, "number"),
    "tickets:reply": form(TO_WORK, "number"),
    "tickets:checks": form(TO_WORK, "number"),
    "tickets:check": verb(TO_WORK, "number", "zero"),
    "tickets:task": form(TO_WORK, "number"),
    "tickets:task_done": verb(TO_WORK, "number", "zero"),
    "tickets:approval": form(TO_WORK, "number"),
    "tickets:decision": form(TO_WORK, "number"),
    "tickets:terms": form(TO_OVERSEE, "number"),
    "tickets:correction": form(TO_OVERSEE, "number"),
    "tickets:file": page(TO_READ, "number", "file"),
    "tickets:markup": page(TO_READ, "number", "message"),
    "tickets:image": Place(EVERYBODY, NO_METHOD, ("number", "image"), secret=True),
    "publishing:manual": page(EVERYBODY),
    "publishing:paper": page(EVERYBODY),
    "publishing:version": page(EVERYBODY, "version"),
    "publishing:version_paper": page(EVERYBODY, "version"),
    "publishing:version_changes": Place(dict.fromkeys(ALL, ABSENT), NO_METHOD, ("version",)),  # a desk's first version changes nothing
    "publishing:accept": verb(OF_A_CUSTOMER, "version"),
    "publishing:accept_by_link": Place(EVERYBODY, EVERYBODY, ("acknowledgement",), secret=True),
    "publishing:versions": page(TO_AUDIT),
    "publishing:told": page(TO_AUDIT, "version"),
    "publishing:told_csv": page(TO_AUDIT, "version"),
    "publishing:draft": form(TO_ADMINISTER),
    "publishing:start": verb(TO_ADMINISTER),
    "publishing:check": verb(TO_ADMINISTER),
    "publishing:discard": verb(TO_ADMINISTER),
    "publishing:draft_changes": page(TO_ADMINISTER),
    "publishing:preview": page(TO_ADMINISTER),
    "publishing:sheet": page(TO_ADMINISTER),
    "publishing:history": page(TO_ADMINISTER),
    "publishing:revision": form(TO_ADMINISTER, "revision"),
    "publishing:effect": form(TO_ADMINISTER),
    "publishing:effect_cases": page(TO_ADMINISTER),
    "publishing:release": form(TO_ADMINISTER),
    "notifications:settings": form({**EVERYBODY, "anonymous": SIGN_IN, "inactive": SIGN_IN}),
    "rules": page(TO_ADMINISTER),
    "rule_new": form(TO_ADMINISTER),
    "rule": form(TO_ADMINISTER, "rule"),
    "rule_order": verb(TO_ADMINISTER, "rule"),
    "skill_new": form(TO_ADMINISTER),
    "skill": form(TO_ADMINISTER, "skill"),
    "rules": page(TO_ADMINISTER),
    "rule_new": form(TO_ADMINISTER),
    "rule": form(TO_ADMINISTER, "rule"),
    "rule_order": verb(TO_ADMINISTER, "rule"),
    "skill_new": form(TO_ADMINISTER),
    "skill": form(TO_ADMINISTER, "skill"),
    "wordings": page(TO_ADMINISTER),
    "wording": form(TO_ADMINISTER, "template", "language"),
    "wording_look": page(TO_ADMINISTER, "template", "language"),
    "satisfaction:survey": Place(EVERYBODY, EVERYBODY, ("survey",), secret=True),
    "satisfaction:clicked": Place(EVERYBODY, NO_METHOD, ("survey", "face"), secret=True),
    "portal:front": page(EVERYBODY),
    "portal:area": page(OF_A_CUSTOMER),
    "portal:report": form(OF_A_CUSTOMER),
    "portal:public": form(EVERYBODY),  # a customer is sent to the form of those who are signed in
    "portal:public_received": page(EVERYBODY),
    "portal:missing": verb(OF_A_CUSTOMERS_CASE, "number"),
    "portal:confirmation": verb({**OF_A_CUSTOMERS_CASE, **dict.fromkeys(("diana", "colleague"), FORBIDDEN)}, "number"),
    "portal:case": page(OF_A_CUSTOMERS_CASE, "number"),
    "portal:received": page(OF_A_CUSTOMERS_CASE, "number"),
    "portal:messages": verb(OF_A_CUSTOMERS_CASE, "number"),
    "portal:decision": verb(OF_A_CUSTOMERS_CASE, "number"),
    "portal:file": page(OF_A_CUSTOMERS_CASE, "number", "file"),
    "portal:markup": page(OF_A_CUSTOMERS_CASE, "number", "message"),
    "portal:escalation": form(OF_A_CUSTOMERS_CASE, "number"),
    "portal:objection": form(OF_A_CUSTOMERS_CASE, "number"),
    "portal:accord_by_link": Place(EVERYBODY, EVERYBODY, ("accord",), secret=True),
    "portal:approval": Place(OF_A_CUSTOMERS_CASE, OF_A_CUSTOMERS_CASE, ("number", "approval")),
    "portal:check": verb(OF_A_CUSTOMERS_CASE, "number", "zero"),
    "portal:approval_by_link": Place(EVERYBODY, EVERYBODY, ("approval_token",), secret=True),
    "portal:decide": Place(EVERYBODY, EVERYBODY, ("decision",), secret=True),
}


def addresses(resolver: URLResolver | None = None, names: tuple[str, ...] = ()) -> Iterator[tuple[str, URLPattern]]:
    """Every named address of a desk, with its pattern; one without a name is an address nobody placed."""
    for each in (resolver or get_resolver("acuerdo.config.urls")).url_patterns:
        if isinstance(each, URLResolver):
            yield from addresses(each, (*names, each.namespace) if each.namespace else names)
        else:
            yield ":".join((*names, each.name or f"without a name: {each.pattern}")), each
