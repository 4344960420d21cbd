"""A new token for a page whose token is old: what this person may hear now, not what they might when the page was drawn."""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from acuerdo.desks.queries import current_schema
from acuerdo.live import tokens
from acuerdo.people.context import topics_of
from acuerdo.people.models import Person


@never_cache
@require_safe
def token(request: HttpRequest) -> JsonResponse:
    """Renew; the old token proves that the page was this session's."""
    try:
        said = signing.loads(request.GET.get("token", ""), salt=tokens.SALT, max_age=settings.SESSION_COOKIE_AGE)
    except signing.BadSignature:
        return JsonResponse({"token": ""}, status=403)
    person, session_key = request.user, request.session.session_key or ""
    known = (said["desk"], said["session"]) == (current_schema(), tokens.fingerprint(session_key))
    if not (known and isinstance(person, Person) and person.pk == said["person"]):
        return JsonResponse({"token": ""}, status=403)
    new = tokens.make(desk=current_schema(), person=person.pk, session_key=session_key, topics=topics_of(person))
    return JsonResponse({"token": new})
