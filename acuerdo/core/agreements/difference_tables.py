"""Names of the parts of a manual, in Spanish and English."""

from acuerdo.core.agreements.wording import Pair

#: The parts of a manual, as they stand before the name of what changed in them.
TABLES: dict[str, Pair] = {
    "audit": ("Auditoría", "Audit"),
    "availability": ("Disponibilidad", "Availability"),
    "calendars": ("Calendario", "Calendar"),
    "catalogue": ("Catálogo", "Catalogue"),
    "changes": ("Control de cambios", "Change control"),
    "channels": ("Canal", "Channel"),
    "clocks": ("Reloj", "Clock"),
    "closure": ("Cierre", "Closing"),
    "commercial": ("Contratación", "Commercial terms"),
    "common_incidents": ("Incidentes comunes", "Common incidents"),
    "contacts": ("Medio de contacto", "Contact medium"),
    "control": ("Control del documento", "Document control"),
    "document": ("Texto", "Text"),
    "escalations": ("Escalamiento", "Escalation"),
    "examples": ("Ejemplo", "Example"),
    "features": ("Prestación", "Feature"),
    "fields": ("", ""),
    "glossary": ("Glosario", "Glossary"),
    "intake": ("Caso sin clasificar", "Unclassified case"),
    "levels": ("Niveles", "Levels"),
    "matrix": ("Matriz", "Matrix"),
    "milestones": ("Hito", "Milestone"),
    "notifications": ("Aviso", "Notification"),
    "plans": ("", ""),
    "products": ("Producto", "Product"),
    "reporting": ("Quién reporta", "Who may report"),
    "replies": ("Respuesta formal", "Formal reply"),
    "reports": ("Informe", "Report"),
    "roles": ("Rol", "Role"),
    "statuses": ("Estado", "Status"),
    "survey": ("Encuesta", "Survey"),
    "types": ("Tipo de caso", "Type of case"),
}
