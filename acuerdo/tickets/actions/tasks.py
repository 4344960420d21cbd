"""Tasks on a case: what one of the desk's people still has to do."""

from datetime import datetime

from django.db import transaction

from acuerdo.core.errors import Refusal
from acuerdo.events.actions.record import record
from acuerdo.events.events import Actor
from acuerdo.people.access import WORK, may
from acuerdo.people.models import Person
from acuerdo.tickets.actions.answer import NothingSaid
from acuerdo.tickets.actions.assign import CannotHaveCases
from acuerdo.tickets.actions.hold import hold, in_turn
from acuerdo.tickets.events import TaskAdded, TaskDone
from acuerdo.tickets.models import Task


class NoSuchTask(Refusal):
    """This case has no such task."""

    code = "tickets.no_such_task"


@transaction.atomic
def add_task(ticket_id: int, text: str, *, to: Person | None = None, due_at: datetime | None = None, by: Actor, at: datetime) -> Task:
    """Write down what is to be done, by whom and until when, also after the case ended. Raises NothingSaid, CannotHaveCases."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    said = " ".join(text.split())[:300]
    if not said:
        msg = "A task needs a text."
        raise NothingSaid(msg)
    if to is not None and not may(to, WORK):
        msg = f"{to} does not work on cases."
        raise CannotHaveCases(msg)
    author = by.id if by.kind == "person" else None
    task = Task.objects.create(ticket=ticket, text=said, assignee=to, due_at=due_at, created_by_id=author, created_at=at)
    due = due_at.isoformat() if due_at else ""
    record(TaskAdded(subject_id=ticket.pk, task=task.pk, text=said, to=to.pk if to else None, due=due), by=by, at=at)
    return task


@transaction.atomic
def finish_task(ticket_id: int, task_id: int, *, done: bool = True, by: Actor, at: datetime) -> Task:
    """Mark it done, or open again. As it already is, nothing happens. Raises NoSuchTask."""
    ticket = hold(ticket_id)
    at = in_turn(at, ticket)
    task = Task.objects.filter(ticket=ticket, pk=task_id).first()
    if task is None:
        msg = f"Case {ticket.number} has no task {task_id}."
        raise NoSuchTask(msg)
    if task.is_done == done:
        return task
    task.done_at, task.done_by_id = (at, by.id) if done else (None, None)
    task.save(update_fields=["done_at", "done_by"])
    record(TaskDone(subject_id=ticket.pk, task=task.pk, text=task.text, again=not done), by=by, at=at)
    return task
