"""What people do at the desks before they are looked at, so that every page has something to show: cases, answers owed, mails, a published version.

Everything is done on the pages themselves, each once for a demonstration: what is there already is left as it is.
"""

from dataclasses import dataclass
from urllib.parse import quote

from tests.gallery.sight import ADMIN, AGENT, CUSTOMER, DESK, SUPERVISOR

#: Subjects of cases that a customer reports for us.
RUNNING, ANSWERED, AGAIN = (
    "El marcador se detiene al tercer intento",
    "La grabación se oye entrecortada",
    "Otra vez el marcador, que se detiene",
)
#: Desks whose manuals have what others lack: closing by mutual agreement (SGM-036), a quote before work begins (IWA-030).
MUTUAL, QUOTING = "sgm", "interwapp"
#: The page of the version that is published there, and what is said of it.
NEWER = "/admin/manual/versiones/2026.2/"
NOTE = "Se aclara el texto; los tiempos siguen iguales."


@dataclass(frozen=True)
class Step:
    """A form that somebody fills in. `page` and the answers may name what is found on other pages; `unless` are words of `where` that say it was done before."""

    page: str
    answers: dict[str, str]
    where: str
    unless: str
    who: str = ADMIN
    desk: str = DESK
    #: The address the form goes to, where it is not the page's own.
    action: str = ""
    #: A box whose words go along as they stand.
    keeps: str = ""


def begins(subject: str) -> str:
    """The words that a case is looked for by: fewer than its subject, so that a page without it does not say it either."""
    return " ".join(subject.split()[:3])


def report(subject: str) -> Step:
    """A customer reports a case."""
    answers = {"type": "incidente", "priority": "medio", "subject": subject, "text": "Desde ayer, en todas las campañas."}
    return Step("/reportar/", answers, f"/mi-area/?buscar={quote(begins(subject))}", subject, CUSTOMER)


STEPS = [
    Step("/admin/manual/", {}, "/admin/manual/", "Seguir editando", action="/admin/manual/borrador/nuevo/"),
    Step("/admin/equipos/nuevo/", {"name": "Turno de noche"}, "/admin/equipos/", "Turno de noche"),
    Step(
        "/admin/campos/nuevo/",
        {"label": "Placa del equipo", "kind": "text", "required_for": "", "order": "0", "is_active": "on"},
        "/admin/campos/",
        "Placa del equipo",
    ),
    Step(
        "/admin/respuestas/nueva/",
        {"title": "Pedir el registro", "text": "Envíenos por favor el registro del servicio."},
        "/admin/respuestas/",
        "Pedir el registro",
    ),
    Step("/console/respuestas/nueva/", {"title": "Saludo", "text": "Buenos días: ya lo miramos."}, "/console/respuestas/", "Saludo"),
    Step(
        "/admin/recurrentes/nuevo/",
        {
            "subject": "Respaldo mensual",
            "text": "Compruebe el respaldo.",
            "email": "diana.lozano@santa-aurelia.example",
            "every": "1",
            "unit": "months",
            "month_day": "1",
            "closed": "next",
            "starts_on": "2030-01-01",
            "at": "08:00",
            "is_active": "on",
        },
        "/admin/recurrentes/",
        "Respaldo mensual",
    ),
    Step("/admin/rutas/conocimientos/nuevo/", {"name": "Redes"}, "/admin/rutas/", "Redes"),
    Step(
        "/admin/rutas/nueva/",
        {"on": "arrival", "type": "incidente", "level": "segundo-nivel"},
        "/admin/rutas/",
        "/admin/rutas/1/",
    ),
    report(RUNNING),
    report(ANSWERED),
    report(AGAIN),
    Step("/console/casos/{merged}/unir/", {"other": "{own}"}, "/console/casos/{merged}/?solo", "Se unió al", AGENT),
    Step(
        "/console/casos/{answered}/solucion/",
        {"text": "Cambiamos el códec: ya se oye bien.", "evidence-solucion": "Códec G.711."},
        "/console/casos/{answered}/",
        "códec",
        AGENT,
    ),
    Step(
        "/console/casos/{solved_otherwise}/cierre/",
        {"closed_as": "informada", "reason": "Lo confirmó por teléfono."},
        "/buzon/",
        "Cerramos su caso",
        AGENT,
    ),
    Step(
        "/console/casos/{running}/acuerdo/",
        {"text": "Lo que falta pasa a la versión siguiente; proponemos cerrar este caso.", "way": "", "said": ""},
        "/buzon/",
        "Le proponemos cerrar su caso",
        SUPERVISOR,
        MUTUAL,
    ),
    Step(
        "/console/casos/{own_running}/aprobaciones/",
        {"kind": "quote", "of": "", "text": "Dos días de desarrollo: exportar a Excel.", "amount": "$ 1.200.000 más IVA"},
        "/buzon/",
        "Propuesta para su aprobación",
        SUPERVISOR,
        QUOTING,
    ),
    Step("/admin/manual/", {}, NEWER, "2026.2", desk=QUOTING, action="/admin/manual/borrador/nuevo/"),
    Step("/admin/manual/borrador/publicar/", {"note": NOTE, "tell": "authorised"}, NEWER, "2026.2", desk=QUOTING, keeps="day"),
]
