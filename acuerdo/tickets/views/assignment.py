"""Giving a case to a person, or taking it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from acuerdo.people.access import SignedInRequest, acting
from acuerdo.people.models import Person
from acuerdo.tickets.actions.assign import assign, give_to_team
from acuerdo.tickets.forms import AssignmentForm
from acuerdo.tickets.views.undoing import with_undo
from acuerdo.tickets.views.verb import verb


def give(request: SignedInRequest, form: AssignmentForm) -> str:
    """Give it to the team and the person chosen; to nobody when none is."""
    to, said, at = form.cleaned_data["to"], form.cleaned_data, timezone.now()
    given, team = form.team_given
    if given and team != form.ticket.team:
        give_to_team(form.ticket.pk, team, note=said["note"] if to == form.ticket.assignee else "", by=acting(request), at=at)
        if team and to == form.ticket.assignee:
            return with_undo(request, _("El caso es ahora del equipo %(team)s.") % {"team": team.name}, form.name, form.ticket)
    given_to = assign(form.ticket.pk, to, note=said["note"], by=acting(request), at=at).assignee
    return with_undo(request, words_for(given_to, request.user), form.name, form.ticket)


def words_for(to: Person | None, me: Person) -> str:
    """What was done."""
    if to is None:
        return _("El caso quedó sin responsable.")
    return _("El caso es suyo.") if to == me else _("El caso es ahora de %(name)s.") % {"name": to.name}


update = verb(AssignmentForm, give)
