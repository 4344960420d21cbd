"""The menu of the administration. A page under `/admin/` gets into it by one line here; nowhere else.

Pages extend `ui/administration_base.html` and are guarded by the same right as their line.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from acuerdo.people.access import ADMINISTER, AUDIT, OVERSEE, may
from acuerdo.people.models import Person


@dataclass(frozen=True)
class Entry:
    """A line of the menu: its words, the name of its address, the right it asks for, and the group it stands in."""

    label: str | Promise
    url: str
    right: str
    group: str | Promise


CUSTOMERS, TEAM, CASES, MAIL, RECORD = _("Clientes"), _("Personas"), _("Casos"), _("Comunicación"), _("Registro")

#: In the order in which they are shown; groups in the order of their first line.
MENU: tuple[Entry, ...] = (
    Entry(_("Para empezar"), "setup:administration", AUDIT, ""),
    Entry(_("Clientes"), "customers:organisations", ADMINISTER, CUSTOMERS),
    Entry(_("Dudas de contratos"), "customers:doubts", ADMINISTER, CUSTOMERS),
    Entry(_("Productos"), "customers:products", ADMINISTER, CUSTOMERS),
    Entry(_("Personas"), "setup:people", ADMINISTER, TEAM),
    Entry(_("Equipos"), "setup:teams", ADMINISTER, TEAM),
    Entry(_("Reparto"), "rules", ADMINISTER, CASES),
    Entry(_("Campos propios"), "agreements:fields", ADMINISTER, CASES),
    Entry(_("Etiquetas"), "tags", ADMINISTER, CASES),
    Entry(_("Respuestas guardadas"), "automation:ours", ADMINISTER, CASES),
    Entry(_("Casos recurrentes"), "automation:schedules", ADMINISTER, CASES),
    Entry(_("Manual"), "publishing:versions", AUDIT, ""),
    Entry(_("Contingencia"), "contingency", OVERSEE, CASES),
    Entry(_("Buzones"), "mail:mailboxes", ADMINISTER, MAIL),
    Entry(_("Ideas de artículos"), "tickets:ideas", OVERSEE, CASES),
    Entry(_("Textos de los correos"), "wordings", ADMINISTER, MAIL),
    Entry(_("Auditoría"), "audit:log", AUDIT, RECORD),
    Entry(_("Sistema"), "audit:system", ADMINISTER, RECORD),
)


@dataclass(frozen=True)
class Line:
    """An entry as a page shows it."""

    label: str
    url: str
    here: bool


def menu(request: HttpRequest) -> dict[str, object]:
    """Give templates `administration`: groups of lines that this person may follow, made when a page asks for them."""
    return {"administration": SimpleLazyObject(lambda: list(groups_for(request)))}


def groups_for(request: HttpRequest) -> Iterator[tuple[str, list[Line]]]:
    """Group what the person may follow; the line whose address is nearest to the page's is `here`."""
    person = request.user
    mine = [entry for entry in MENU if isinstance(person, Person) and may(person, entry.right)]
    urls = {entry: reverse(entry.url) for entry in mine}
    here = max((url for url in urls.values() if request.path.startswith(url)), key=len, default="")
    for group in dict.fromkeys(entry.group for entry in mine):
        yield str(group), [Line(str(e.label), urls[e], urls[e] == here) for e in mine if e.group == group]
