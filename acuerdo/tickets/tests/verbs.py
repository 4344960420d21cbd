"""Every verb of a case with a body that is right: for the tests that hold for all of them."""

VERBS = {
    "answers": {"text": "Lo estamos viendo.", "then": "in_progress"},
    "notes": {"text": "Mirar el nodo 3."},
    "classification": {"fact-priority": "alto"},
    "assignment": {"to": ""},
    "level": {"level": "segundo-nivel", "reason": "Requiere base de datos"},
    "solution": {"text": "Ya transfiere.", "evidence-solucion": "Se corrigió el plan de marcado"},
    "status": {"to": "waiting_customer", "reason": "Faltan datos"},
    "closure": {"closed_as": "anular", "reason": "Repetido"},
    "customer": {"organisation": "Clínica Santa Aurelia"},
}
