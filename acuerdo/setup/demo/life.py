"""The course of a case as a generator: how it arrives, is taken, told to its solution, and ended."""

from fractions import Fraction

from acuerdo.customers.models import Organisation
from acuerdo.people.access import as_actor
from acuerdo.setup.demo.case import Case
from acuerdo.setup.demo.course import Course, Life
from acuerdo.setup.demo.ending import finish
from acuerdo.setup.demo.settle import PROGRAMME
from acuerdo.setup.demo.stories import BEATS
from acuerdo.setup.demo.timing import in_time, taken_at, time_of
from acuerdo.tickets.actions.close import cancel
from acuerdo.tickets.actions.match_customer import match_customer
from acuerdo.tickets.actions.merge import merge
from acuerdo.tickets.models import Ticket


def live(case: Case, course: Course) -> Life:
    """A customer reports, and the case goes its way."""
    yield case.at
    case.open(case.at)
    if course.is_taken:
        yield from attend(case, course)


def attend(case: Case, course: Course) -> Life:
    """Somebody takes the case and tells its story, as far as the course goes."""
    yield (at := taken_at(case))
    case.take(at)
    for beat in case.story.beats:
        if BEATS[beat.kind] & course.stops_before:
            return
        yield (at := time_of(case, beat))
        if case.is_over:
            return
        case.play(beat, at)
        if beat.kind == course.stops_after:
            return
        if beat.kind == "waits":
            yield (at := in_time(case, case.soon(240, 1500), Fraction(4, 5)))
            case.resume(at)
    yield from finish(case, course)


def arrive_unknown(case: Case, course: Course, organisation: Organisation) -> Life:
    """A mail from an address nobody knows; the supervisor finds whose it is, and the case goes on as any other."""
    yield case.at
    case.open(case.at)
    yield (at := case.soon(8, 45))
    supervisor = case.town.acting_as("supervisor")[0]
    case.ticket = match_customer(case.pk, organisation, by=as_actor(supervisor, PROGRAMME), at=at)
    case.at = at
    yield from attend(case, course)


def arrive_twice(case: Case, first: Case) -> Life:
    """The same mail again, some minutes later: made part of the first, or withdrawn where that has ended."""
    yield case.at
    case.open(case.at)
    yield (at := case.soon(6, 40))
    original = Ticket.objects.get(pk=first.pk)
    if original.is_open and original.contact_id == case.contact.pk:
        merge(case.pk, original.pk, by=case.desk, at=at)
        return
    cancel(case.pk, reason=f"Duplicado del caso {original}: el mismo reporte llegó dos veces.", by=case.desk, at=at)
