"""What the paths of the gallery name, read off other pages of the running desks."""

import http.client
import re
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import quote

from tests.gallery.first import AGAIN, ANSWERED, MUTUAL, QUOTING, RUNNING, STEPS, Step, begins
from tests.gallery.sight import ADMIN, CUSTOMER, DESK, Sight
from tests.patience import until
from tests.visitor import Visitor, address

#: Of a list of mails so many are opened in search of a link.
MAILS = 60


@dataclass(frozen=True)
class Where:
    """On which page, by what pattern, and who reads it. `via` are the links that lead from the page to those where it stands, `has` words of those."""

    page: str
    pattern: str
    who: str = ADMIN
    via: str = ""
    has: str = ""


def in_queue(query: str) -> Where:
    """The first case of a view."""
    return Where(f"/console/?{query}", r"/console/casos/(\d+)/")


def offering(verb: str) -> Where:
    """The first open case that offers something to be done."""
    return Where("/console/", rf"/console/casos/(\d+)/{verb}/", via=r"/console/casos/\d+/")


def in_mails(pattern: str) -> Where:
    """A link of the first mail that has one."""
    return Where("/buzon/", pattern, via=r"/buzon/\d+/")


def mail_with(words: str) -> Where:
    """The first mail that says so."""
    return Where("/buzon/", r"/buzon/(\d+)/html/", via=r"/buzon/\d+/", has=words)


def own(subject: str) -> Where:
    """A case that a customer reported."""
    return Where(f"/mi-area/?buscar={quote(begins(subject))}", rf'"/casos/(\d+)/[^"]*"(?:(?!</a>).)*{subject}', CUSTOMER)


WHERE: dict[str, Where] = {
    "running": in_queue("grupo=vencimiento"),
    "late": in_queue("reloj=vencido"),
    "paused": in_queue("grupo=pausa"),
    "solved": in_queue("grupo=validacion"),
    "ended": in_queue("grupo=terminados&estado=closed"),
    "without_customer": in_queue("grupo=sin-cliente"),
    "committee": in_queue("aprobacion=committee"),
    "datable": offering("fecha"),
    "answerable": offering("respuesta-formal"),
    "checkable": offering("verificaciones"),
    "approvable": offering("aprobaciones"),
    "unconfirmed": offering("confirmacion"),
    "merged": own(AGAIN),
    "own": own(RUNNING),
    "own_running": Where("/mi-area/", r'"/casos/(\d+)/"', CUSTOMER),
    "answered": own(ANSWERED),
    "solved_otherwise": in_queue("grupo=validacion"),
    "asked": Where("/mi-area/", r"/casos/(\d+)/aprobaciones/", CUSTOMER, via=r"/casos/\d+/"),
    "approval": Where("/mi-area/", r"/aprobaciones/(\d+)/", CUSTOMER, via=r"/casos/\d+/"),
    "person": Where("/admin/personas/", r"/admin/personas/(\d+)/"),
    "team": Where("/admin/equipos/", r"/admin/equipos/(\d+)/"),
    "field": Where("/admin/campos/", r"/admin/campos/(\d+)/"),
    "organisation": Where("/admin/clientes/", r"/admin/clientes/(\d+)/"),
    "contact": Where("/admin/clientes/", r"/admin/clientes/contactos/(\d+)/", via=r"/admin/clientes/\d+/"),
    "contract": Where("/admin/clientes/", r"/admin/clientes/contratos/(\d+)/", via=r"/admin/clientes/\d+/"),
    "rule": Where("/admin/rutas/", r"/admin/rutas/(\d+)/"),
    "skill": Where("/admin/rutas/", r"/admin/rutas/conocimientos/(\d+)/"),
    "product": Where("/admin/productos/", r"/admin/productos/(\d+)/"),
    "macro": Where("/console/respuestas/", r"/console/respuestas/(\d+)/"),
    "our_macro": Where("/admin/respuestas/", r"/admin/respuestas/(\d+)/"),
    "schedule": Where("/admin/recurrentes/", r"/admin/recurrentes/(\d+)/"),
    "version": Where("/admin/manual/", r"/admin/manual/versiones/([^/\"]+)/"),
    "revision": Where("/admin/manual/borrador/historial/", r"/historial/(\d+)/"),
    "mail": Where("/buzon/", r"/buzon/(\d+)/"),
    "survey": in_mails(r"/encuesta/([^/\"\s]+)/"),
    "decision": in_mails(r"/decidir/([^/\"\s]+)/"),
    "accord": in_mails(r"/acordar/([^/\"\s]+)/"),
    "approving": in_mails(r"/aprobar/([^/\"\s]+)/"),
    "acknowledgement": in_mails(r"/acuerdo/aceptar/([^/\"\s]+)/"),
    "mail_received": Where("/buzon/", rf'/buzon/(\d+)/"(?:(?!</a>)[\s\S])*Recibimos su caso: {RUNNING}'),
    "mail_solved": mail_with("/decidir/"),
    "mail_closed": mail_with("/encuesta/"),
    "mail_accord": mail_with("/acordar/"),
    "mail_quote": mail_with("/aprobar/"),
    "mail_version": mail_with("/acuerdo/aceptar/"),
}
#: What comes by mail, after a moment, by desk.
MAILED = {DESK: ["mail_received", "decision", "survey"], MUTUAL: ["accord"], QUOTING: ["approving", "acknowledgement"]}


class Finder:
    """Reads pages as the people of each desk, and remembers what it found."""

    def __init__(self, people: dict[tuple[str, str], dict[str, str]], port: int) -> None:
        self.people, self.port = people, port
        self.visitors: dict[tuple[str, str], Visitor] = {}
        self.known: dict[tuple[str, str], str] = {}

    def visitor(self, desk: str, who: str) -> Visitor:
        """Somebody who has signed in."""
        if (desk, who) not in self.visitors:
            visitor, one = Visitor(f"{desk}.localhost", self.port), self.people[desk, who]
            visitor.fill_in("/entrar/", login=one["email"], password=one["password"])
            self.visitors[desk, who] = visitor
        return self.visitors[desk, who]

    def prepare(self) -> None:
        """Have everything done that the pages show (`first.py`), and wait for the mails that it sends. AssertionError for what a page refuses."""
        for step in STEPS:
            self.do(step)
        for desk, names in MAILED.items():
            for name in names:
                until(partial(self.find, desk, name), f"no mail of {desk} leads to {name}")

    def do(self, step: Step) -> None:
        """One step, unless it was done."""
        visitor = self.visitor(step.desk, step.who)
        if step.unless not in self.read(visitor, self.named(step.where, step.desk)):
            page = self.named(step.page, step.desk)
            kept = re.findall(rf'name="({step.keeps})" value="([^"]*)"', visitor.read(page)) if step.keeps else []
            answers = {box: self.named(words, step.desk) for box, words in step.answers.items()}
            visitor.fill_in(page, step.action, **answers, **dict(kept))

    def read(self, visitor: Visitor, page: str) -> str:
        """A page, wherever it leads; empty when it is not there."""
        status, text, there = visitor.ask("GET", page)
        return self.read(visitor, address(there)) if there else text if status == http.client.OK else ""

    def find(self, desk: str, name: str) -> str:
        """What a name stands for at a desk; empty when the desk has nothing of the kind."""
        if (desk, name) not in self.known:
            where = WHERE[name]
            visitor = self.visitor(desk, where.who)
            page = self.read(visitor, where.page)
            pages = [page] if not where.via else (self.read(visitor, each) for each in dict.fromkeys(re.findall(where.via, page)[:MAILS]))
            found = (re.search(where.pattern, each) for each in pages if where.has in each)
            if not (first := next((one[1] for one in found if one), "")):
                return ""  # it may come yet
            self.known[desk, name] = first
        return self.known[desk, name]

    def named(self, path: str, desk: str) -> str:
        """A path with its names filled in; AssertionError when the desk has nothing to show there."""
        for name in re.findall(r"\{(\w+)\}", path):
            found = self.find(desk, name)
            assert found, f"the demonstration of {desk} has no {name}: nothing to show at {path}"
            path = path.replace(f"{{{name}}}", found)
        return path

    def complete(self, sight: Sight) -> Sight:
        """The sight with its names filled in; AssertionError when its desk has nothing to show there."""
        return replace(sight, path=self.named(sight.path, sight.desk))
