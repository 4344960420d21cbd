"""The sentences for what is wrong in a manual, in Spanish and English: what it is, and what would be right.

The core has no translation catalogue of its own, so both languages stand side by side here.
"""

from collections.abc import Mapping

Pair = tuple[str, str]

#: What a name was taken for.
THINGS: dict[str, Pair] = {
    "field": ("un dato del caso", "a fact of a case"),
    "value": ("un valor de ese dato", "a value of that fact"),
    "row": ("una fila de esta tabla", "a row of this table"),
    "clock": ("un reloj de este manual", "a clock of this manual"),
    "window": ("una ventana de este manual", "a window of this manual"),
    "calendar": ("un calendario de este manual", "a calendar of this manual"),
    "channel": ("un canal de este manual", "a channel of this manual"),
    "plan": ("un plan de este manual", "a plan of this manual"),
    "feature": ("una prestación de este manual", "a feature of this manual"),
    "event": ("un suceso que mueva relojes", "an event that moves clocks"),
    "status": ("un estado de un caso", "a status of a case"),
    "role": ("un rol", "a role"),
    "person": ("alguien a quien avisar", "somebody to tell"),
    "level": ("un nivel de la escalera", "a level of the ladder"),
    "side": ("un lado", "a side"),
    "kind": ("una clase de reloj", "a kind of clock"),
    "on_reopen": ("lo que un reloj hace al reabrir", "what a clock does on reopening"),
    "on_reclassify": ("lo que un reloj hace al reclasificar", "what a clock does on reclassifying"),
    "quote": ("una respuesta sobre la cotización", "an answer about the quote"),
    "evidence": ("una clase de evidencia", "a kind of evidence"),
    "tone": ("un tono de la encuesta", "a tone of the survey"),
    "party": ("alguien de quien sea el tiempo", "somebody whose time it may be"),
    "milestone": ("un hito de este manual", "a milestone of this manual"),
    "type": ("un tipo de caso de este manual", "a type of case of this manual"),
    "change": ("un tipo de cambio de este manual", "a type of change of this manual"),
    "period": ("una periodicidad", "a period"),
    "owner": ("un responsable de esta tabla", "an owner of this table"),
    "incident case": ("un caso de esta tabla", "a case of this table"),
    "notice": ("una ocasión de avisar", "an occasion to tell"),
    "template": ("una plantilla", "a template"),
    "view": ("una parte que se pueda mostrar", "a part that can be shown"),
    "answer": ("una forma de responder un punto", "a way to answer a point"),
    "point": ("un punto de la información mínima o un motivo de devolución", "a point of the minimum information or a reason to return it"),
    "rule for callers": ("lo que se hace con quien llama", "what is done with a caller"),
    "occasion": ("una ocasión de escalar", "an occasion to escalate"),
}

_KINDS: dict[str, Pair] = {
    "text": ("un texto entre comillas", "a text in quotes"),
    "flag": ("true o false", "true or false"),
    "number": ("un número", "a number"),
    "percent": ("un porcentaje, de 0 a 100", "a percentage, from 0 to 100"),
    "list": ("una lista entre corchetes", "a list in brackets"),
    "table": ("una tabla", "a table"),
    "day": ("una fecha como 2026-01-31", "a date such as 2026-01-31"),
}

#: What to write where a needed key is missing, beyond its name.
_ADVICE: dict[str, Pair] = {
    "pauses_in": ("diga en qué estados se detiene, o [] si en ninguno", "say in which statuses it stands still, or [] for none"),
    "on_reopen": ("diga ignore, resume o restart", "say ignore, resume or restart"),
    "on_reclassify": ("diga keep o restart", "say keep or restart"),
    "reopen_within": (
        'diga en cuánto tiempo se reabre un caso cerrado, o "none"',
        'say within what time a closed case is reopened, or "none"',
    ),
    "stops": ("diga qué sucesos lo detienen, o [] si ninguno", "say which events stop it, or [] for none"),
    "template": ("diga con qué plantilla se escribe", "say with which template it is written"),
    "silence_counts_as": ("diga como qué cuenta el silencio del cliente", "say what the customer's silence counts as"),
}

_SENTENCES: dict[str, Pair] = {
    "syntax": ("no es TOML: {detail_es}; corríjalo y vuelva a revisar", "not TOML: {detail}; mend it and check again"),
    "too_deep": (
        "hay listas o tablas dentro de otras sin fin; un manual no pasa de cuatro niveles",
        "lists or tables within others without end; a manual has four levels at most",
    ),
    "endless_number": (
        "hay un número con miles de cifras; escriba uno que una persona pueda leer",
        "a number of thousands of digits; write one that a person can read",
    ),
    "unknown_key": ("«{key}» no significa nada en {place}; {near_or_known}", "{key!r} means nothing in {place}; {near_or_known}"),
    "missing_key": ("falta «{key}» en {place}; {advice}", "{key!r} is missing in {place}; {advice}"),
    "wrong_kind": ("«{key}» en {place} debe ser {kind_name}", "{key!r} in {place} must be {kind_name}"),
    "no_such": ("«{value}» no es {thing}; {near_or_known}", "{value!r} is not {thing}; {near_or_known}"),
    "bad_slug": (
        "«{value}» no sirve de identificador; use minúsculas sin tildes, cifras y guiones",
        "{value!r} cannot be an identifier; use lower-case ASCII letters, digits and hyphens",
    ),
    "taken_name": ("«{value}» es una palabra reservada; elija otro nombre", "{value!r} is a reserved word; choose another name"),
    "bad_zone": (
        "«{value}» no es una zona horaria; escriba una como America/Bogota",
        "{value!r} is not a time zone; write one such as America/Bogota",
    ),
    "bad_country": (
        "«{value}» no es un país con festivos conocidos; escriba su código, como CO",
        "{value!r} is no country with known holidays; write its code, such as CO",
    ),
    "bad_date": ("«{value}» no es una fecha; escriba una como 2026-12-24", "{value!r} is not a date; write one such as 2026-12-24"),
    "not_a_holiday": (
        "{value} no es festivo en este calendario; quítelo de «worked»",
        "{value} is no holiday of this calendar; take it out of 'worked'",
    ),
    "always_open": (
        "un calendario 24x7 no tiene «{key}»; quítelo, o escriba sus horas",
        "a 24x7 calendar has no {key!r}; take it out, or write its hours",
    ),
    "no_hours": (
        'falta el horario; escriba open = {{ mon-fri = "09:00-17:00" }} o "24x7"',
        'the hours are missing; write open = {{ mon-fri = "09:00-17:00" }} or "24x7"',
    ),
    "bad_days": (
        "«{value}» no son días; escriba p. ej. mon-fri, sat o mon,wed",
        "{value!r} are not days; write such as mon-fri, sat or mon,wed",
    ),
    "bad_hours": (
        "«{value}» no es un horario; escriba p. ej. 09:00-17:00, hasta 24:00",
        "{value!r} are not hours; write such as 09:00-17:00, up to 24:00",
    ),
    "overlap": (
        "se cruzan {one} y {other}; deje que uno termine antes de que empiece el otro",
        "{one} and {other} overlap; let one end before the other begins",
    ),
    "crosses_neighbour": (
        "las horas del {value} se cruzan con las del día anterior o siguiente; deje que unas terminen antes de que empiecen las otras",
        "the hours of {value} overlap those of the day before or after; let one end before the other begins",
    ),
    "bad_target": (
        "«{value}» no es un tiempo; escriba cantidad y unidad, p. ej. 30 minutes, < 2 business hours, 5 business days; o date",
        "{value!r} is not a time; write an amount and a unit, such as 30 minutes, < 2 business hours, 5 business days; or date",
    ),
    "bad_share": (
        "«{value}» no es una parte del plazo; escriba un número entre 0 y 1, como 0.8",
        "{value!r} is not a share of a target; write a number between 0 and 1, such as 0.8",
    ),
    "one_clock": (
        "{place} no dice de qué reloj es; dé «clock», o «columns» con varios, y solo uno de los dos",
        "{place} must say whose times they are: 'clock', or 'columns' with several, and only one of them",
    ),
    "no_rows": (
        "{place} no promete nada; dé «rows» con sus filas, o «target»",
        "{place} promises nothing; give 'rows' with its rows, or 'target'",
    ),
    "cell_count": (
        "la fila «{row}» tiene {got} tiempos y la tabla {wanted} columnas: {columns}",
        "row {row!r} has {got} times and the table {wanted} columns: {columns}",
    ),
    "printed_count": (
        "«printed» de «{row}» tiene {got} textos y la fila {wanted} tiempos; dé uno por tiempo",
        "'printed' of {row!r} has {got} texts and the row {wanted} times; give one a time",
    ),
    "never_reached": (
        "este tiempo de «{clock}» no se alcanza nunca: lo de la línea {line} responde antes; póngalo delante de aquello, o bórrelo",
        "this time of {clock!r} is never reached: line {line} answers before it; put it first, or delete it",
    ),
    "no_closure": (
        'falta la tabla [closure]; escríbala, al menos con reopen_within = "none"',
        'the table [closure] is missing; write it, with reopen_within = "none" at least',
    ),
    "no_such_warning": (
        "«{clock}» no avisa al {value}; ponga {value} en su «warn_at» (tiene {known}), o use una de esas partes",
        "{clock!r} gives no warning at {value}; put {value} in its 'warn_at' (it has {known}), or use one of those shares",
    ),
    "no_escalation_steps": (
        "«{value}» no tiene niveles; dé al menos uno en «steps»",
        "{value!r} has no levels; give at least one under 'steps'",
    ),
    "no_checks": (
        "«{value}» no dice qué verificar; dé al menos una acción en «checks»",
        "{value!r} has nothing to verify; give one check at least",
    ),
    "no_such_reference": ("«{value}» no se refiere a nada; {near_or_known}", "{value!r} refers to nothing; {near_or_known}"),
    "vague_reference": (
        "«{value}» son varios tiempos; diga de qué casos, añadiendo p. ej. plan=…",
        "{value!r} are several times; say of which cases by adding such as plan=…",
    ),
    "no_such_example_clock": (
        "el ejemplo «{title}» espera el reloj «{clock}», y no lo hay con esos datos",
        "example {title!r} expects the clock {clock!r}, which these facts do not have",
    ),
    "example_differs": (
        "el ejemplo «{title}» no sale: «{clock}» vence {got}, no {wanted}; corrija el ejemplo o la regla",
        "example {title!r} does not come out: {clock!r} is due {got}, not {wanted}; mend the example or the rule",
    ),
    "example_cannot_run": ("el ejemplo «{title}» no puede correr: {reason}", "example {title!r} cannot run: {reason}"),
    "bad_instant": (
        "«{value}» no es una fecha con hora; escriba p. ej. 2026-03-20T16:00:00",
        "{value!r} is not a date with a time; write such as 2026-03-20T16:00:00",
    ),
    "no_target_at_all": (
        "ningún tiempo para «{clock}»: el reloj no existirá hasta que un contrato lo fije",
        "no time for {clock!r}: the clock will not exist until a contract sets one",
    ),
    "no_target": ("sin tiempo de «{clock}» para: {gaps}", "no time of {clock!r} for: {gaps}"),
    "hours_outside": (
        "«{channel}» abre {hours_es}, y {plan} atiende {week_es}: fuera de eso quien escribe espera, sin que su plazo corra",
        "{channel!r} is open {hours_en}, and {plan!r} attends {week_en}: outside that whoever writes waits, and the clock stands still",
    ),
    "no_calendar": (
        "«{value}» de «{clock}» no tiene calendario en un caso sin plan, y no correrá; dé «calendar» a la tabla o a [manual]",
        "{value!r} of {clock!r} has no calendar in a case without a plan, and will not run; give the table or [manual] a 'calendar'",
    ),
    "channel_not_in_plan": (
        "esta tabla admite «{channel}», que {plan} no tiene; quítelo de aquí, o añádalo a los canales del plan",
        "this table admits {channel!r}, which {plan!r} does not have; take it out here, or add it to the plan's channels",
    ),
    "dearer_slower": (
        "meta no monótona entre planes: «{plan}» promete {slow} en «{clock}» y «{cheaper}», más económico, {fast}",
        "targets not in the order of the plans: {plan!r} promises {slow} for {clock!r}, the cheaper {cheaper!r} {fast}",
    ),
}


def of(code: str, facts: Mapping[str, object], language: str) -> str:
    """Write the sentence of a fault in "es" or "en", without file and line."""
    which = 0 if language.startswith("es") else 1
    said = dict(facts)
    said["thing"] = _pick(THINGS, str(facts.get("what")), which)
    said["kind_name"] = _pick(_KINDS, str(facts.get("kind")), which)
    said["advice"] = _ADVICE.get(str(facts.get("key")), ("escríbalo", "write it"))[which]
    said["near_or_known"] = _near_or_known(facts, which)
    return _SENTENCES[code][which].format(**said)


def _pick(pairs: Mapping[str, Pair], name: str, which: int) -> str:
    return pairs[name][which] if name in pairs else name


def _near_or_known(facts: Mapping[str, object], which: int) -> str:
    if facts.get("near"):
        return (f"¿quiso decir «{facts['near']}»?", f"did you mean {facts['near']!r}?")[which]
    return (f"hay: {facts.get('known')}", f"there are: {facts.get('known')}")[which]
