"""A manual of one screen, to be spoiled line by line."""

from acuerdo.core.agreements import Agreement, Faults, read
from acuerdo.core.agreements.tests.shipped import holidays

TEXT = """\
[manual]
id = "small"
title = "Manual pequeño"
version = "1"
effective_from = 2026-01-01
language = "es-CO"
timezone = "America/Bogota"
provider = "Proveedor"
desk_name = "Mesa"

[calendars.oficina]
label = "Oficina"
holidays = "CO"
open = { mon-fri = "09:00-17:00" }

[calendars.continuo]
label = "Continuo"
open = "24x7"

[fields.priority]
label = "Prioridad"
values.alta = { label = "Alta" }
values.baja = { label = "Baja" }

[types.incidente]
label = "Incidente"

[channels.email]
label = "Correo"

[features]
chat = "Chat"

[plans.basico]
label = "Básico"
calendar = "oficina"
channels = ["email"]

[plans.total]
label = "Total"
calendar = "oficina"

[channels.telefono]
label = "Teléfono"

[milestones]
diagnosed = "Diagnóstico"

[clocks.answer]
label = "Respuesta"
kind = "promise"
starts = "opened"
stops = ["responded"]
pauses_in = []
on_reopen = "ignore"
on_reclassify = "keep"
warn_at = [0.5]

[clocks.silence]
label = "Silencio"
kind = "window"
starts = "resolved"
stops = ["customer_wrote"]
pauses_in = []
on_reopen = "ignore"
on_reclassify = "keep"

[[targets]]
plan = ["basico", "total"]
rows = "priority"
columns = ["answer"]
alta = ["2 business hours"]
baja = ["1 business day"]
source = "T1"

[[targets]]
clock = "silence"
target = "24 hours"
calendar = "continuo"

[roles.agente]
label = "Agente"
acts_as = "agent"

[levels.mesa]
label = "Mesa"
steps.n1 = { label = "Uno", role = "agente" }
steps.n2 = { label = "Dos" }

[[escalation]]
at = 0.5
clocks = ["answer"]
tell = ["assignee"]

[closure]
reopen_within = "none"
auto_close = "silence"
silence_counts_as = "Aprobado"

[common_incidents.owners]
mesa = { label = "Mesa", side = "provider" }

[common_incidents.cases.acceso]
label = "Acceso"
incidents.no-entra = { label = "No entra", checks = [{ check = "Verificar usuario", owner = "mesa" }] }

[notifications.creado]
label = "Caso creado"
on = "opened"
tell = ["customer"]
by = ["desk"]
template = "acknowledgement"

[[document]]
id = "cierre"
title = "Cierre"
text = '''
Usted tiene un tiempo para responder.
Atendemos de {hours:oficina}.
'''

[[examples]]
title = "Lunes"
facts = { plan = "basico", priority = "alta" }
opened = 2026-03-16T16:00:00
due.answer = 2026-03-17T10:00:00
"""


def spoiled(before: str, after: str) -> str:
    """Give the text with its one occurrence of `before` changed."""
    assert TEXT.count(before) == 1, before
    return TEXT.replace(before, after)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def small(text: str = TEXT) -> Agreement:
    return read(text, holidays=holidays, file="small.toml")


def faults_of(text: str) -> Faults:
    try:
        small(text)
    except Faults as faults:
        return faults
    message = "the manual has no fault"
    raise AssertionError(message)
