"""A new token for a page whose token is old."""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from acuerdo.desks.queries import current_schema
from acuerdo.live import tokens


@require_GET
def token(request: HttpRequest) -> JsonResponse:
    """Renew: the topics are those of the old token, which only this session can have."""
    old = request.GET.get("token", "")
    try:
        said = signing.loads(old, salt=tokens.SALT, max_age=settings.SESSION_COOKIE_AGE)
    except signing.BadSignature:
        return JsonResponse({"token": ""}, status=403)
    session_key = request.session.session_key or ""
    mine = said["session"] == tokens.fingerprint(session_key) and said["desk"] == current_schema()
    if not (mine and request.user.is_authenticated and request.user.pk == said["person"]):
        return JsonResponse({"token": ""}, status=403)
    new = tokens.make(desk=said["desk"], person=said["person"], session_key=session_key, topics=tuple(said["topics"]))
    return JsonResponse({"token": new})
