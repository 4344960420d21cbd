"""Sentences about a case that need no more than who acted and which other case it was."""

from collections.abc import Mapping

from django.utils.translation import gettext_noop

NOBODYS_CHILD = gettext_noop("%(who)s lo sacó de su caso padre")
#: What happened between a case and another, whose number it says.
MANY: Mapping[str, str] = {
    "ticket.merged": gettext_noop("%(who)s lo unió al caso #%(number)s, que queda"),
    "ticket.absorbed": gettext_noop("%(who)s unió aquí el caso #%(number)s"),
    "ticket.unmerged": gettext_noop("%(who)s deshizo la unión con el caso #%(number)s: sigue como si no hubiera sido"),
    "ticket.released": gettext_noop("%(who)s deshizo la unión del caso #%(number)s"),
    "ticket.split": gettext_noop("%(who)s separó mensajes en el caso #%(number)s"),
    "ticket.split_off": gettext_noop("%(who)s lo abrió con mensajes del caso #%(number)s"),
    "ticket.linked": gettext_noop("%(who)s lo vinculó: %(link)s #%(number)s"),
    "ticket.unlinked": gettext_noop("%(who)s quitó el vínculo: %(link)s #%(number)s"),
    "ticket.parent": gettext_noop("%(who)s lo puso bajo el caso #%(number)s"),
}


#: Who reported, with what, and what was asked for again. What is a list is said after a colon.
REPORTING: Mapping[str, str] = {
    "ticket.information": gettext_noop("%(who)s revisó la información mínima"),
    "ticket.returned": gettext_noop("%(who)s lo devolvió al cliente por lo que falta"),
    "ticket.reported_unauthorised": gettext_noop("Lo reportó alguien que no está autorizado"),
    "ticket.confirmed": gettext_noop("%(who)s confirmó el reporte"),
    "ticket.tagged": gettext_noop("%(who)s cambió las etiquetas"),
    "ticket.fields": gettext_noop("%(who)s cambió campos del caso"),
}

#: What the line of time does not say: that somebody looked, that work may begin (its clocks show it), that the planned day came
#: (the status it brings says so). The full history has them.
UNTOLD = frozenset({"ticket.file_viewed", "ticket.ready", "ticket.woken"})
