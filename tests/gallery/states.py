"""Pages as they are at a certain moment: late, ended, refused, empty, busy, out of reach."""

from tests.gallery.sight import ADMIN, AGENT, CUSTOMER, NEW, NOBODY, SUPERVISOR, Sight

#: Something else for those that were picked, and a deed among those offered that asks for more before it is done.
SEVERAL, ASKS = ".bulk button[formaction*='varios']", "main button[value=tag]"
#: The same addresses in other states: a name of its own for each.
STATES: dict[str, Sight] = {
    "desks": Sight("/", NOBODY, ""),
    "queue, nothing found": Sight("/console/?q=nadie+escribio+esto", AGENT),
    "queue, search": Sight("/console/?q=llamadas", AGENT),
    "queue, mine": Sight("/console/?de=mios", AGENT),
    "queue, picked": Sight("/console/", AGENT, press=".item input.tick"),
    "several, what": Sight("/console/", AGENT, press=".item input.tick", then=(SEVERAL,)),
    "several, refused": Sight("/console/", AGENT, press=".item input.tick", then=(SEVERAL, ASKS, "main [type=submit]")),
    "queue, ended": Sight("/console/?grupo=terminados", AGENT),
    "queue, filtered": Sight("/console/?reloj=vencido&estado=in_progress", AGENT),
    "keys": Sight("/console/", AGENT, press="?"),
    "case, late": Sight("/console/casos/{late}/", SUPERVISOR, main=True),
    "case, paused": Sight("/console/casos/{paused}/", AGENT),
    "case, solved": Sight("/console/casos/{solved}/", AGENT),
    "case, ended": Sight("/console/casos/{ended}/", AGENT),
    "case, without customer": Sight("/console/casos/{without_customer}/", AGENT),
    "case, merged": Sight("/console/casos/{merged}/?solo", AGENT),
    "case, committee": Sight("/console/casos/{committee}/", SUPERVISOR, "digitalware"),
    "case, verifications": Sight("/console/casos/{running}/", SUPERVISOR, "digitalware"),
    "case, second manual": Sight("/console/casos/{running}/", SUPERVISOR, "interwapp"),
    "case, third manual": Sight("/console/casos/{running}/", SUPERVISOR, "sgm"),
    "case, fourth manual": Sight("/console/casos/{running}/", SUPERVISOR, "soporte"),
    "case, menu": Sight("/console/casos/{running}/", SUPERVISOR, press=".case__acts details.menu > summary"),
    "case, note": Sight("/console/casos/{running}/", AGENT, press="text=Nota interna"),
    "case, dialog": Sight("/console/casos/{running}/", AGENT, press=".side a[href*='/clasificacion/']"),
    "report with errors": Sight("/reportar/", CUSTOMER, press="main form button[type=submit]", status=200),
    "public form with errors": Sight("/formulario/", NOBODY, press="main form button[type=submit]", status=200),
    "own case, a quote": Sight("/casos/{asked}/", CUSTOMER, "interwapp"),
    "own case, server away": Sight("/casos/{own}/", CUSTOMER, press="form:has(textarea) button[type=submit]", away=True),
    "own case, stream away": Sight("/casos/{own}/", CUSTOMER, unheard=True),
    "case, stream away": Sight("/console/casos/{running}/", AGENT, unheard=True),
    "own case, solved": Sight("/casos/{answered}/", CUSTOMER),
    "own area, nothing found": Sight("/mi-area/?buscar=nadie+escribio+esto", CUSTOMER),
    "own area, another desk": Sight("/mi-area/", CUSTOMER, "sgm"),
    "front, another desk": Sight("/", NOBODY, "sgm"),
    "manual, another desk": Sight("/acuerdo/", NOBODY, "digitalware"),
    "not there": Sight("/no/existe/", NOBODY, status=404, main=True),
    "forbidden": Sight("/console/", CUSTOMER, status=403),
    "not there, console": Sight("/console/casos/99999999/", AGENT, status=404),
    "mail, received": Sight("/buzon/{mail_received}/html/"),
    "mail, solved": Sight("/buzon/{mail_solved}/html/"),
    "mail, closed": Sight("/buzon/{mail_closed}/html/"),
    "mail, accord": Sight("/buzon/{mail_accord}/html/", desk="sgm"),
    "mail, quote": Sight("/buzon/{mail_quote}/html/", desk="interwapp"),
    "mail, version": Sight("/buzon/{mail_version}/html/", desk="interwapp"),
    "wrong password": Sight("/entrar/", NOBODY, press="main form button[type=submit]"),
}

#: A desk on its first day: what each page says while there is nothing, and what to do next.
STATES |= {
    f"new desk, {name}": Sight(path, ADMIN, NEW)
    for name, path in {
        "queue": "/console/",
        "new case": "/console/casos/nuevo/",
        "supervision": "/console/supervision/",
        "compliance": "/console/supervision/cumplimiento/",
        "tasks": "/console/tareas/",
        "notices": "/console/avisos/",
        "administration": "/admin/",
        "customers": "/admin/clientes/",
        "products": "/admin/productos/",
        "people": "/admin/personas/",
        "teams": "/admin/equipos/",
        "fields": "/admin/campos/",
        "rules": "/admin/rutas/",
        "macros": "/admin/respuestas/",
        "schedules": "/admin/recurrentes/",
        "ideas": "/console/articulos/",
        "contingency": "/admin/contingencia/",
        "mailboxes": "/admin/buzones/",
        "system": "/admin/sistema/",
        "audit": "/admin/auditoria/",
        "mailbox": "/buzon/",
        "manual": "/admin/manual/",
    }.items()
}
#: What ten thousand open cases change.
BUSY = {
    "busy, queue": Sight("/console/", AGENT),
    "busy, one group": Sight("/console/?grupo=vencimiento", AGENT),
    "busy, search": Sight("/console/?q=llamadas", AGENT),
    "busy, filtered": Sight("/console/?reloj=vencido", AGENT),
    "busy, picked": Sight("/console/", AGENT, press=".item input.tick"),
    "busy, supervision": Sight("/console/supervision/", SUPERVISOR),
    "busy, compliance": Sight("/console/supervision/cumplimiento/", SUPERVISOR),
    "busy, wall": Sight("/console/muro/", SUPERVISOR),
    "busy, customer": Sight("/admin/clientes/{organisation}/"),
    "busy, own area": Sight("/mi-area/", CUSTOMER),
}
