"""Words of what differs between two manuals, and of the values in it, in Spanish and English."""

from acuerdo.core.agreements.wording import Pair

ADDED: Pair = ("se añade", "added")
REMOVED: Pair = ("se quita", "removed")
NOTHING: Pair = ("nada", "nothing")
ORDER: Pair = ("en otro orden", "in another order")
QUOTES: Pair = ("«{}»", "“{}”")
#: no, yes
YES_NO = (("no", "sí"), ("no", "yes"))

#: Words of the language of manuals that stand for themselves nowhere else.
VALUES: dict[str, Pair] = {
    "promise": ("promesa", "promise"),
    "window": ("ventana", "window"),
    "ignore": ("no hace nada", "does nothing"),
    "resume": ("sigue", "resumes"),
    "restart": ("empieza de nuevo", "starts again"),
    "keep": ("conserva lo contado", "keeps what has passed"),
    "opened": ("al abrirse el caso", "when the case is opened"),
    "ready": ("al estar listo para empezar", "when work may begin"),
    "responded": ("al responder", "when answered"),
    "customer_wrote": ("al escribir el cliente", "when the customer writes"),
    "resolved": ("al darse solución", "when solved"),
    "reopened": ("al reabrirse", "when reopened"),
    "closed": ("al cerrarse", "when closed"),
    "promised": ("al comprometerse una fecha", "when a date is promised"),
    "yes": ("sí", "yes"),
    "by contract": ("según el contrato", "by contract"),
    "day": ("cada día", "every day"),
    "week": ("cada semana", "every week"),
    "month": ("cada mes", "every month"),
    "quarter": ("cada trimestre", "every quarter"),
    "half year": ("cada semestre", "every half year"),
    "year": ("cada año", "every year"),
    "as agreed": ("según se acuerde", "as agreed"),
    "as needed": ("según se requiera", "as needed"),
    "assignee": ("quien tiene el caso", "whoever has the case"),
    "team": ("el equipo", "the team"),
    "customer": ("el cliente", "the customer"),
    "customers": ("todos los clientes", "all customers"),
    "provider": ("el proveedor", "the provider"),
    "next": ("el siguiente", "the next"),
}
