"""Running one check of the desk: what it looked at, what it found, how long it took; differences are told to administrators."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from time import monotonic

from django.db import connection
from django.utils.translation import gettext_lazy as _

from acuerdo.audit.models import SelfCheck
from acuerdo.audit.queries import clocks, log, mail
from acuerdo.audit.queries.seals import Trouble
from acuerdo.desks.actions.grant import wrong_grants
from acuerdo.desks.queries import current_schema
from acuerdo.notifications.actions.tell import Word, tell_people
from acuerdo.people.models import Role
from acuerdo.people.queries import titled

Found = Iterator[Trouble | int]
#: So many differences are kept with their words; of the others it is known that they are.
KEPT = 200


def wrong_rights(_now: datetime) -> Found:
    """What the product's role, as which this runs, may do in this desk and should not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        role = str(cursor.fetchone()[0])
        cursor.execute(
            "SELECT tableowner = %s FROM pg_tables WHERE (schemaname, tablename) = (%s, 'events_event')", [role, current_schema()]
        )
        if cursor.fetchone()[0]:
            yield Trouble(role, "the product owns its tables: it could rewrite its log")
            return
    for line in wrong_grants(current_schema(), role):
        where, _colon, problem = line.partition(": ")
        yield Trouble(where, problem)
    yield 1


CHECKS: Mapping[str, Callable[[datetime], Found]] = {
    SelfCheck.Kind.CLOCKS: clocks.wrong_clocks,
    SelfCheck.Kind.LOG: lambda _now: log.wrong_log(),
    SelfCheck.Kind.GRANTS: wrong_rights,
    SelfCheck.Kind.MAIL: mail.wrong_mail,
}
SIZES: Mapping[str, Callable[[], int]] = {SelfCheck.Kind.CLOCKS: lambda: clocks.cases().count(), SelfCheck.Kind.LOG: log.count}


def run_check(check_id: int, *, at: datetime) -> SelfCheck:
    """Run a check that was asked for; one that is done is left as it is. Not in one transaction: its progress is seen."""
    check = SelfCheck.objects.get(pk=check_id)
    if not check.is_under_way:
        return check
    began = monotonic()
    check.state, check.total = SelfCheck.State.RUNNING, SIZES.get(check.kind, int)()
    check.checked, check.differences, check.lines = 0, 0, []
    check.save()
    try:
        look(check, CHECKS[check.kind](at))
    except Exception as error:
        check.state, check.problem = SelfCheck.State.FAILED, f"{type(error).__name__}: {error}"[:2000]
        raise
    else:
        check.state = SelfCheck.State.DONE
    finally:
        check.seconds = monotonic() - began
        check.save()
    if check.differences:
        tell_of(check, at=at)
    return check


def look(check: SelfCheck, found: Found) -> None:
    """Keep what is found, and how far it is."""
    for each in found:
        if isinstance(each, int):
            check.checked = each
            check.save(update_fields=["checked", "differences"])
            continue
        check.differences += 1
        if len(check.lines) < KEPT:
            check.lines.append([each.where, each.problem])


def tell_of(check: SelfCheck, *, at: datetime) -> None:
    """Tell the administrators, once a check."""
    word = Word(
        key=f"self-check-{check.pk}",
        kind="system",
        text=_("La revisión «%(check)s» encontró diferencias: %(count)s."),
        facts={"check": check.label(), "count": check.differences},
        url="/admin/sistema/",
        subject=_("La mesa encontró diferencias en su propia revisión"),
        about=("", 0),
    )
    tell_people(titled([Role.ADMIN]), word, at=at)
