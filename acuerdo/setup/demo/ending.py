"""After the solution: the customer approves, thanks, asks, comes back, or says nothing."""

from datetime import timedelta

from acuerdo.satisfaction.actions.rate import rate
from acuerdo.setup.demo import phrases
from acuerdo.setup.demo.case import Case
from acuerdo.setup.demo.course import Course, End, Life
from acuerdo.setup.demo.rhythm import MINUTE
from acuerdo.setup.demo.stories import Beat
from acuerdo.setup.demo.timing import taken_at, time_of
from acuerdo.tickets.actions.accord import record_accord
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.close import MUTUAL, close
from acuerdo.tickets.actions.decide import approve


def finish(case: Case, course: Course) -> Life:
    """After the solution."""
    if course.writes_at is not None:
        yield course.writes_at
        case.write(case.rng.choice(phrases.QUESTIONS), course.writes_at)
        return
    if course.end is End.AWAY:
        yield (at := case.at + 2 * MINUTE)
        case.write(phrases.AWAY, at, automatic=True)
    if course.end is End.THANKS:
        yield from thank(case)
    if course.end in {End.SILENT, End.AWAY} or case.story.closed_as:
        yield from fall_silent(case)
    elif course.end is End.THANKS and case.town.roster.closing:
        yield from close_by_hand(case, 30, 200)
    else:
        yield from decide(case, course)


def thank(case: Case) -> Life:
    """A mail that says it works, and a short answer: words close nothing."""
    yield (at := case.soon(40, 500))
    if case.is_over:
        return
    case.write(case.signed(case.rng.choice(phrases.THANKS)), at)
    case.at = at
    yield (at := case.soon(10, 90))
    answer(case.pk, case.greeted(case.rng.choice(phrases.WELCOME), at), by=case.desk, at=at)
    case.at = at


def decide(case: Case, course: Course) -> Life:
    """The customer approves; days later some come back."""
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
    """Somebody of the desk closes with one of the manual's reasons, or writes down what both sides agreed on the telephone."""
    closing = case.town.roster.closing
    yield (at := case.soon(low, high))
    if closing is None or case.is_over:
        return
    reason = case.story.closed_as or closing.reason
    if reason == MUTUAL:
        record_accord(case.pk, closing.sentence, said=closing.said, channel="telefono", by=case.desk, at=at)
    else:
        close(case.pk, reason, reason=closing.sentence, by=case.desk, at=at)


def survey(case: Case) -> Life:
    """Some answer the survey, where the manual asks one; most are content."""
    asked = case.town.agreement.survey
    if asked is None or case.rng.random() > 0.6:
        return
    face = case.rng.choices(list(asked.faces), weights=[8, 2, 1][: len(asked.faces)])[0]
    comment = case.rng.choice(phrases.COMMENTS.get(face, [""]))
    yield (at := case.at + case.rng.randint(1, 40) * MINUTE)
    closing = case.closing_position()
    rate(case.pk, closing, face, by=case.customer, at=at, comment=comment)


def come_back(case: Case) -> Life:
    """Days later the customer answers the closed case: a linked one opens, which goes quickly."""
    case.at = case.at + timedelta(days=2)
    yield (at := case.soon(30, 900))
    case.ticket = case.write(case.signed(phrases.BACK), at)
    case.at = at
    yield (at := taken_at(case))
    case.take(at)
    # What the manual's clocks ask of every case, asked of this one too.
    kept = [kind for kind in ("diagnoses", "formally") if case.story.has(kind)] or ["answers"]
    for beat in (*(Beat(kind, phrases.BACK_ANSWERS[kind]) for kind in kept), Beat("solves", phrases.BACK_SOLUTION)):
        yield (at := time_of(case, beat))
        if case.is_over:
            return
        case.play(beat, at)
    yield from finish(case, Course(end=End.APPROVES))
