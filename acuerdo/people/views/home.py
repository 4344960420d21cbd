"""Where a person begins."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from acuerdo.people.adapter import where_to
from acuerdo.people.models import Person


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Send people of the desk to the queue, contacts to their area, strangers to sign in."""
    if isinstance(request.user, Person):
        return HttpResponseRedirect(where_to(request.user))
    return redirect("account_login")
