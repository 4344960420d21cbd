"""What the paths of the gallery name, read off other pages of the running desks."""

import http.client
import re
from contextlib import suppress
from dataclasses import dataclass, replace

from tests.gallery.sights import ADMIN, CUSTOMER, Sight
from tests.visitor import Visitor, address

#: Of a list of mails so many are opened in search of a link.
MAILS = 60


@dataclass(frozen=True)
class Where:
    """On which page, by what pattern, and who reads it. `via` are the links that lead from the page to those where it stands."""

    page: str
    pattern: str
    who: str = ADMIN
    via: str = ""


def in_queue(query: str) -> Where:
    """The first case of a view."""
    return Where(f"/console/?{query}", r"/console/casos/(\d+)/")


def in_mails(pattern: str) -> Where:
    """A link of the first mail that has one."""
    return Where("/buzon/", pattern, via=r"/buzon/\d+/")


WHERE: dict[str, Where] = {
    "running": in_queue("grupo=vencimiento"),
    "late": in_queue("reloj=vencido"),
    "paused": in_queue("grupo=pausa"),
    "solved": in_queue("grupo=validacion"),
    "ended": in_queue("grupo=terminados"),
    "without_customer": in_queue("grupo=sin-cliente"),
    "committee": in_queue("aprobacion=committee"),
    "merged": Where("/console/?grupo=terminados&etiqueta=unido", r"/console/casos/(\d+)/"),
    "own": Where("/mi-area/", r'"/casos/(\d+)/"', CUSTOMER),
    "own_solved": Where("/mi-area/", r'"/casos/(\d+)/"[^>]*>[^<]*(?:[^§]{0,900}?)(?:aprob|solucion)', CUSTOMER),
    "asked": Where("/mi-area/", r"/casos/(\d+)/aprobaciones/", CUSTOMER),
    "approval": Where("/mi-area/", r"/aprobaciones/(\d+)/", CUSTOMER),
    "person": Where("/admin/personas/", r"/admin/personas/(\d+)/"),
    "team": Where("/admin/equipos/", r"/admin/equipos/(\d+)/"),
    "field": Where("/admin/campos/", r"/admin/campos/(\d+)/"),
    "organisation": Where("/admin/clientes/", r"/admin/clientes/(\d+)/"),
    "contact": Where("/admin/clientes/", r"/admin/clientes/contactos/(\d+)/", via=r"/admin/clientes/\d+/"),
    "contract": Where("/admin/clientes/", r"/admin/clientes/contratos/(\d+)/", via=r"/admin/clientes/\d+/"),
    "rule": Where("/admin/rutas/", r"/admin/rutas/(\d+)/"),
    "skill": Where("/admin/rutas/", r"/admin/rutas/conocimientos/(\d+)/"),
    "product": Where("/admin/productos/", r"/admin/productos/(\d+)/"),
    "raw": Where("/admin/sistema/", r"/admin/sistema/recibidos/(\d+)/"),
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
}


#: What an administrator does first, so that there is something to see: the page, the address its form goes to, the answers. Each once.
FIRST: list[tuple[str, str, dict[str, str]]] = [
    ("/admin/manual/", "/admin/manual/borrador/nuevo/", {}),
    ("/admin/equipos/nuevo/", "", {"name": "Turno de noche"}),
    ("/admin/campos/nuevo/", "", {"label": "Placa del equipo", "kind": "text", "required_for": "", "order": "0", "is_active": "on"}),
    ("/admin/respuestas/nueva/", "", {"title": "Pedir el registro", "text": "Envíenos por favor el registro del servicio."}),
    ("/console/respuestas/nueva/", "", {"title": "Saludo", "text": "Buenos días: ya lo miramos."}),
    (
        "/admin/recurrentes/nuevo/",
        "",
        {
            "subject": "Respaldo mensual",
            "text": "Compruebe el respaldo.",
            "email": "diana.lozano@santa-aurelia.example",
            "every": "1",
            "unit": "month",
            "month_day": "1",
            "starts_on": "2030-01-01",
            "at": "08:00",
            "is_active": "on",
        },
    ),
]


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

    def prepare(self, desk: str) -> None:
        """Give a desk what its demonstration lacks; what is refused stays a gap that the album names."""
        admin = self.visitor(desk, ADMIN)
        for page, action, answers in FIRST:
            known = self.read(admin, page.removesuffix("nuevo/").removesuffix("nueva/"))
            if not any(said in known for said in answers.values()):
                with suppress(AssertionError, IndexError):
                    admin.fill_in(page, action, **answers)

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
            self.known[desk, name] = next((found[1] for each in pages if (found := re.search(where.pattern, each))), "")
        return self.known[desk, name]

    def complete(self, sight: Sight) -> Sight | None:
        """The sight with its names filled in; None when its desk has nothing to show there."""
        path = sight.path
        for name in re.findall(r"\{(\w+)\}", path):
            found = self.find(sight.desk, name)
            if not found:
                return None
            path = path.replace(f"{{{name}}}", found)
        return replace(sight, path=path)
