"""Where the palette leads, by name."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from acuerdo.people.access import ADMINISTER, AUDIT, OVERSEE, READ, WORK

#: Words, address, icon, who may, and the keys that lead there.
Where = tuple[Any, str, str, tuple[str, ...], str]

#: Where one can go.
GOING: Sequence[Where] = (
    (_("Cola"), "console:queue", "list-details", (READ,), "g q"),
    (_("Avisos"), "console:notices", "inbox", (READ,), ""),
    (_("Mis tareas"), "console:tasks", "checkbox", (READ,), "g t"),
    (_("Nuevo caso"), "console:new", "plus", (WORK,), ""),
    (_("Supervisión"), "console:supervision", "chart-bar", (OVERSEE, AUDIT), "g s"),
    (_("Cumplimiento"), "console:compliance", "file-text", (OVERSEE, AUDIT), ""),
    (_("Pantalla grande"), "console:wall", "device-desktop", (OVERSEE, AUDIT), ""),
    (_("Contingencia"), "contingency", "alert-triangle", (OVERSEE,), ""),
    (_("Mis respuestas guardadas"), "automation:mine", "bolt", (WORK,), ""),
    (_("Casos que merecen un artículo"), "tickets:ideas", "book-2", (READ,), ""),
    (_("Su cuenta"), "people:account", "user", (READ,), ""),
    (_("Mis avisos: de qué y cómo"), "notifications:settings", "bell", (READ,), ""),
    (_("Administración"), "setup:administration", "settings", (AUDIT,), "g a"),
    (_("Clientes y contratos"), "customers:organisations", "building", (ADMINISTER,), ""),
    (_("Personas"), "setup:people", "users", (ADMINISTER,), ""),
    (_("Manual"), "publishing:versions", "file-description", (AUDIT,), ""),
    (_("Auditoría"), "audit:log", "shield-check", (AUDIT,), ""),
)
#: The other pages of the administration: found by their words, not listed before anything is typed.
ADMINISTERING: Sequence[Where] = (
    (_("Dudas de contratos"), "customers:doubts", "alert-circle", (ADMINISTER,), ""),
    (_("Productos"), "customers:products", "archive", (ADMINISTER,), ""),
    (_("Equipos"), "setup:teams", "users", (ADMINISTER,), ""),
    (_("Reparto"), "rules", "arrows-split", (ADMINISTER,), ""),
    (_("Campos propios"), "agreements:fields", "forms", (ADMINISTER,), ""),
    (_("Etiquetas"), "tags", "tag", (ADMINISTER,), ""),
    (_("Respuestas guardadas"), "automation:ours", "bolt", (ADMINISTER,), ""),
    (_("Casos recurrentes"), "automation:schedules", "repeat", (ADMINISTER,), ""),
    (_("Buzones"), "mail:mailboxes", "mail", (ADMINISTER,), ""),
    (_("Textos de los correos"), "wordings", "template", (ADMINISTER,), ""),
    (_("Sistema"), "audit:system", "settings", (ADMINISTER,), ""),
)
