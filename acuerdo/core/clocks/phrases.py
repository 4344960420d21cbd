"""The phrases of an explanation, to a customer (usted) and within the desk."""

#: What has counted: {amount}, {when}; {opens} is the next opening.
COUNTED = {
    "es": {
        "live": "Ha contado {amount}, {when}",
        "stopped": "Contó {amount}, {when}",
        "live_all": "Ha contado {amount} {when}",
        "stopped_all": "Contó {amount} {when}",
        "not_yet": "Aún no ha contado tiempo",
        "opens": "Aún no ha contado tiempo: empieza a contar {opens}",
        "nothing": "No contó tiempo",
    },
    "en": {
        "live": "So far {amount} has counted, {when}",
        "stopped": "{amount} counted, {when}",
        "live_all": "So far {amount} has counted {when}",
        "stopped_all": "{amount} counted {when}",
        "not_yet": "No time has counted yet",
        "opens": "No time has counted yet: it starts to count {opens}",
        "nothing": "No time counted",
    },
}
HOLIDAY = {
    "es": {"past": "{day} fue festivo ({name})", "ahead": "{day} es festivo ({name})",
           "many": "{count} festivos no cuentan"},
    "en": {"past": "{day} was a holiday ({name})", "ahead": "{day} is a holiday ({name})",
           "many": "{count} holidays do not count"},
}  # fmt: skip
PAUSE = {
    "es": {"over": "no contó {when}, mientras {why}", "now": "desde {since} {why}",
           "nor": " ni ", "many": "{count} pausas no contaron"},
    "en": {"over": "it did not count {when}, while {why}", "now": "it stands still since {since}: {why}",
           "nor": " or ", "many": "{count} pauses did not count"},
}  # fmt: skip
#: Why a clock stood still: language → reader → cause → while it lasts, once it is over.
WHY = {
    "es": {
        "customer": {
            "waiting_customer": ("esperamos su respuesta", "esperábamos su respuesta"),
            "waiting_internal": ("otra área nuestra trabaja en él", "otra área nuestra trabajaba en él"),
            "waiting_provider": ("esperamos a un tercero", "esperábamos a un tercero"),
            "waiting_approval": ("esperamos una aprobación", "esperábamos una aprobación"),
            "scheduled": ("está programado", "estaba programado"),
            "resolved": ("usted revisa la solución", "estaba solucionado"),
            "": ("está en pausa", "estaba en pausa"),
        },
        "desk": {
            "waiting_customer": ("espera al cliente", "esperaba al cliente"),
            "waiting_internal": ("espera a otra área", "esperaba a otra área"),
            "waiting_provider": ("espera al proveedor", "esperaba al proveedor"),
            "waiting_approval": ("espera una aprobación", "esperaba una aprobación"),
            "scheduled": ("está planeado", "estaba planeado"),
            "resolved": ("está en validación", "estaba solucionado"),
            "": ("está en pausa", "estaba en pausa"),
        },
    },
    "en": {
        "customer": {
            "waiting_customer": ("we wait for your answer", "we waited for your answer"),
            "waiting_internal": ("another of our teams works on it", "another of our teams worked on it"),
            "waiting_provider": ("we wait for a third party", "we waited for a third party"),
            "waiting_approval": ("we wait for an approval", "we waited for an approval"),
            "scheduled": ("it is scheduled", "it was scheduled"),
            "resolved": ("you check the solution", "it was solved"),
            "": ("it is paused", "it was paused"),
        },
        "desk": {
            "waiting_customer": ("it waits for the customer", "it waited for the customer"),
            "waiting_internal": ("it waits for another team", "it waited for another team"),
            "waiting_provider": ("it waits for the supplier", "it waited for the supplier"),
            "waiting_approval": ("it waits for an approval", "it waited for an approval"),
            "scheduled": ("it is scheduled", "it was scheduled"),
            "resolved": ("it is being validated", "it was solved"),
            "": ("it is paused", "it was paused"),
        },
    },
}
#: How a deadline moved: {before}, {after}, {why}; {count} of many.
MOVED = {
    "es": {
        "once": "La fecha cambió: era {before} y quedó para {after}, porque {why}.",
        "twice": "La fecha cambió dos veces: era {before}, quedó para {between} porque {why} y luego para {after} porque {last}.",
        "many": "La fecha cambió {count} veces: era {before} y quedó para {after}; la última vez, porque {why}.",
    },
    "en": {
        "once": "The date moved from {before} to {after}, because {why}.",
        "twice": "The date moved twice: from {before} to {between} because {why}, and then to {after} because {last}.",
        "many": "The date moved {count} times, from {before} to {after}; the last time because {why}.",
    },
}
#: Why it moved, where no pause did it.
MOVED_BY = {
    "es": {
        "classified": "el caso se clasificó de nuevo",
        "promised": "se acordó otra fecha",
        "terms": "cambiaron las condiciones del caso",
        "corrected": "se corrigió lo registrado",
        "reopened": "el caso estuvo solucionado y se reabrió",
    },
    "en": {
        "classified": "the case was classified anew",
        "promised": "another date was agreed",
        "terms": "other terms apply to the case",
        "corrected": "what was recorded was corrected",
        "reopened": "the case had been solved and was reopened",
    },
}
#: How it stands: {due}, {stopped}, {amount} between the two.
OUTCOME = {
    "es": {
        "running": "El plazo vence {due}.",
        "paused_customer": "Si usted responde ahora, el plazo vencerá {due}.",
        "paused_desk": "Si responde ahora, vencerá {due}.",
        "paused_other": "Si sigue ahora, el plazo vencerá {due}.",
        "met": "Se cumplió {stopped}; el plazo vencía {due}.",
        "met_left": "Se cumplió {stopped}, con {amount} de sobra; el plazo vencía {due}.",
        "breached": "El plazo venció {due} y aún no se ha cumplido.",
        "late": "El plazo venció {due}; se cumplió tarde, {stopped}.",
        "late_end": "El plazo venció {due} y el caso terminó sin cumplirlo, {stopped}.",
        "cancelled": "El caso terminó {stopped}, antes del plazo ({due}).",
        "open_window": "El tiempo para responder termina {due}.",
        "answered": "Se detuvo {stopped}, antes de su final ({due}).",
        "elapsed": "El tiempo para responder terminó {due}.",
        "moved": "La fecha se ha movido {count} veces.",
        "moved_once": "La fecha se ha movido una vez.",
        "corrected": "Una persona autorizada lo dejó como {state}: {reason}.",
    },
    "en": {
        "running": "It is due {due}.",
        "paused_customer": "If you answer now, it will be due {due}.",
        "paused_desk": "If they answer now, it will be due {due}.",
        "paused_other": "If it goes on now, it will be due {due}.",
        "met": "It was kept {stopped}; it was due {due}.",
        "met_left": "It was kept {stopped}, with {amount} to spare; it was due {due}.",
        "breached": "It was due {due} and has not been kept yet.",
        "late": "It was due {due}; it was done late, {stopped}.",
        "late_end": "It was due {due} and the case ended without it, {stopped}.",
        "cancelled": "The case ended {stopped}, before it was due ({due}).",
        "open_window": "The time to answer ends {due}.",
        "answered": "It was stopped {stopped}, before its end ({due}).",
        "elapsed": "The time to answer ended {due}.",
        "moved": "The date has been moved {count} times.",
        "moved_once": "The date has been moved once.",
        "corrected": "An authorised person set it to {state}: {reason}.",
    },
}
STATE_WORDS = {
    "es": {
        "running": "en curso", "paused": "en pausa", "met": "cumplido", "breached": "vencido",
        "cancelled": "anulado", "answered": "respondido", "elapsed": "terminado",
    },
    "en": {
        "running": "running", "paused": "paused", "met": "kept", "breached": "overdue",
        "cancelled": "cancelled", "answered": "answered", "elapsed": "over",
    },
}  # fmt: skip
QUOTES = {"es": "«{}»", "en": "“{}”"}
