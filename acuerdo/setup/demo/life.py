"""The course of a case: a generator that gives the instant of its next step and takes the step when it is resumed.

A step that would come after the end of the history never comes: the case is then simply where it is.
"""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from acuerdo.customers.queries import match_sender
from acuerdo.people.access import as_actor
from acuerdo.satisfaction.actions.rate import rate
from acuerdo.setup.demo.case import PROGRAMME, Case
from acuerdo.setup.demo.rhythm import MINUTE
from acuerdo.setup.demo.stories import BEATS, CUSTOMERS, Beat
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.close import cancel, close
from acuerdo.tickets.actions.decide import approve
from acuerdo.tickets.actions.match_customer import match_customer
from acuerdo.tickets.models import Ticket

Life = Generator[datetime, None, None]


class End(StrEnum):
    """What the customer does with a delivered solution."""

    APPROVES = "approves"
    SILENT = "silent"
    THANKS = "thanks"
    COMES_BACK = "comes_back"
    AWAY = "away"


@dataclass(frozen=True, kw_only=True)
class Course:
    """How far a case goes. `stops_before`: beats that bring one of these events do not come; `stops_after`: nor do those after this kind."""

    end: End = End.APPROVES
    stops_before: frozenset[str] = frozenset()
    stops_after: str = ""
    is_taken: bool = True
    #: When the customer writes after the solution and nobody has answered yet.
    writes_at: datetime | None = None


def live(case: Case, course: Course) -> Life:
    """Open, take, tell the story, end."""
    yield case.at
    case.open(case.at)
    if not course.is_taken:
        return
    yield (at := taken_at(case))
    case.take(at)
    for beat in case.story.beats:
        if BEATS[beat.kind] & course.stops_before:
            return
        yield (at := time_of(case, beat))
        if case.is_over:
            return
        case.play(beat, at)
        if beat.kind == "waits":
            yield (at := in_time(case, case.soon(240, 1500), Fraction(4, 5)))
            case.resume(at)
        if beat.kind == course.stops_after:
            return
    yield from finish(case, course)


def taken_at(case: Case) -> datetime:
    """When somebody takes the case: early in what the final classification promises, so that urgent ones do not wait."""
    opened = case.at
    promised = case.first_promise(Fraction(case.rng.randint(5, 30), 100) * case.answers_at)
    at = min(promised, case.soon(5, 90)) if promised else case.soon(5, 90)
    return before(case, max(at, opened + 2 * MINUTE))


def time_of(case: Case, beat: Beat) -> datetime:
    """When a beat comes: the customer's when they get to it, the desk's in a share of what it has promised."""
    if case.fixed and case.fixed[0] == beat.kind:
        return max(case.fixed[1], case.at + timedelta(seconds=10))
    if beat.kind in CUSTOMERS:
        return before(case, case.soon(25, 600))
    if beat.kind in {"notes", "raises", "waits"}:
        return before(case, in_time(case, case.soon(6, 80), Fraction(1, 2)))
    share = case.solves_at if beat.kind.startswith("solves") else case.answers_at
    at = case.within(BEATS[beat.kind], share)
    if at is None:
        at = case.soon(180, 1300) if beat.kind.startswith("solves") else case.soon(30, 420)
    return before(case, max(at, case.at + 3 * MINUTE))


def in_time(case: Case, at: datetime, part: Fraction) -> datetime:
    """No later than this part of the way to the solution that a promise asks for, even by night."""
    limit = case.within(BEATS["solves"], case.solves_at * part)
    return at if limit is None else max(min(at, limit), case.at + 4 * MINUTE)


def before(case: Case, at: datetime) -> datetime:
    """No later than halfway to the beat whose instant is given."""
    if case.fixed is None or at < case.fixed[1] or case.at >= case.fixed[1]:
        return at
    return case.at + (case.fixed[1] - case.at) / 2


def finish(case: Case, course: Course) -> Life:
    """After the solution."""
    if course.writes_at is not None:
        yield course.writes_at
        case.write(case.rng.choice(QUESTIONS), course.writes_at)
        return
    if course.end is End.AWAY:
        yield (at := case.at + 2 * MINUTE)
        case.write(AWAY, at, automatic=True)
        course = Course(end=End.SILENT)
    if course.end is End.THANKS:
        yield (at := case.soon(40, 500))
        if case.is_over:
            return
        case.write(case.signed(case.rng.choice(THANKS)), at)
        case.at = at
        yield (at := case.soon(10, 90))
        answer(case.pk, case.greeted(case.rng.choice(WELCOME), at), by=case.desk, at=at)
        case.at = at
    if course.end is End.SILENT or case.story.closed_as:
        yield from fall_silent(case)
        return
    if course.end is End.THANKS and case.town.roster.closing:
        yield from close_by_hand(case, 30, 200)
        return
    yield (at := case.soon(30, 900))
    if case.is_over:
        return
    approve(case.pk, case.solution, by=case.customer, at=at)
    case.at = at
    yield from survey(case)
    if course.end is End.COMES_BACK:
        yield from come_back(case)


def fall_silent(case: Case) -> Life:
    """Nobody says anything: a window closes the case, or somebody of the desk does after having told."""
    if not case.town.agreement.closure.auto_close:
        yield from close_by_hand(case, 1300, 2600)


def close_by_hand(case: Case, low: int, high: int) -> Life:
    """Somebody of the desk closes with one of the manual's reasons."""
    closing = case.town.roster.closing
    yield (at := case.soon(low, high))
    if closing is not None and not case.is_over:
        close(case.pk, case.story.closed_as or closing.reason, reason=closing.sentence, by=case.desk, at=at)


def survey(case: Case) -> Life:
    """Some answer the survey, where the manual asks one; most are content."""
    asked = case.town.agreement.survey
    if asked is None or case.rng.random() > 0.6:
        return
    face = case.rng.choices(list(asked.faces), weights=[8, 2, 1][: len(asked.faces)])[0]
    comment = case.rng.choice(COMMENTS.get(face, [""]))
    yield (at := case.at + case.rng.randint(1, 40) * MINUTE)
    closing = case.closing_position()
    rate(case.pk, closing, face, by=case.customer, at=at, comment=comment)


def come_back(case: Case) -> Life:
    """Days later the customer answers the closed case: a linked one opens, which goes quickly."""
    case.at = case.at + timedelta(days=2)
    yield (at := case.soon(30, 900))
    case.ticket = case.write(case.signed(BACK), at)
    case.at = at
    yield (at := taken_at(case))
    case.take(at)
    # What the manual's clocks ask of every case, asked of this one too.
    kept = [kind for kind in ("diagnoses", "formally") if case.story.has(kind)] or ["answers"]
    for beat in (*(Beat(kind, BACK_ANSWERS[kind]) for kind in kept), Beat("solves", BACK_SOLUTION)):
        yield (at := time_of(case, beat))
        if case.is_over:
            return
        case.play(beat, at)
    yield from finish(case, Course(end=End.APPROVES))


def arrive_unknown(case: Case, course: Course, organisation: object | None) -> Life:
    """A mail from an address nobody knows; the supervisor finds whose it is, and the case goes on as any other."""
    yield case.at
    case.open(case.at)
    if organisation is None:
        return
    yield (at := case.soon(8, 45))
    by = as_actor(case.town.acting_as("supervisor")[0], PROGRAMME)
    case.ticket = match_customer(case.pk, organisation, by=by, at=at)  # type: ignore[arg-type]
    case.at = at
    yield (at := taken_at(case))
    case.take(at)
    for beat in case.story.beats:
        yield (at := time_of(case, beat))
        case.play(beat, at)
    yield from finish(case, course)


def arrive_twice(case: Case, first: Case) -> Life:
    """The same mail again, some minutes later: withdrawn as a duplicate of the first."""
    yield case.at
    case.open(case.at)
    yield (at := case.soon(6, 40))
    original = Ticket.objects.get(pk=first.pk)
    cancel(case.pk, reason=f"Duplicado del caso {original}: el mismo reporte llegó dos veces.", by=case.desk, at=at)


QUESTIONS = [
    "Lo probamos y todavía vemos un caso de ayer sin corregir. ¿Hay que hacer algo de nuestro lado?",
    "Gracias. Antes de aprobar: ¿el cambio aplica también para los registros anteriores?",
    "¿Nos confirman si tenemos que cerrar sesión para que tome el cambio?",
]
THANKS = ["Muchas gracias, quedó funcionando.", "Confirmado, ya nos sirve. Gracias por la gestión.", "Perfecto, lo validamos con el equipo y quedó bien."]
WELCOME = ["Con mucho gusto. Cuando quiera puede aprobar la solución y el caso queda cerrado.", "Gracias por confirmarnos. Quedamos atentos."]
AWAY = "Respuesta automática: estoy fuera de la oficina y regreso el lunes. Si es urgente, escriba a mi equipo."
BACK = "Buenas. Volvió a pasarnos lo mismo de este caso, aunque solo una vez esta mañana. ¿Pueden revisarlo?"
BACK_ANSWERS = {
    "answers": "Retomamos su caso anterior y estamos revisando qué cambió desde entonces.",
    "diagnoses": "Diagnóstico: es la misma causa del caso anterior, en un servidor que no recibió la corrección. Se la entregamos mañana.",
    "formally": "Respuesta formal.\n1. Es el mismo defecto del caso anterior.\n2. Se soluciona en 1 día.\n3. Entrega mañana.\n4. Sin requisitos.\n5. Condición: ninguna.",
}
BACK_SOLUTION = "Encontramos un servidor que seguía con la configuración anterior y lo igualamos a los demás. Revisamos desde hoy a las 6:00 y no se ha repetido."
COMMENTS = {
    "bueno": ["", "", "Rápidos y claros.", "Nos explicaron muy bien la causa."],
    "aceptable": ["", "La solución sirvió, pero tuvimos que insistir."],
    "malo": ["Nos tocó escribir varias veces para saber en qué iba.", ""],
}
