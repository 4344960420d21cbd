"""Where an answer goes that is another than what the page asked for."""

from django.http import HttpResponse


def in_its_place(response: HttpResponse, place: str) -> HttpResponse:
    """Put a refused form where it stands, "#its-id", though what was pressed asked for another part: nobody gets nothing for an answer."""
    for name, value in (("HX-Retarget", place), ("HX-Reselect", place), ("HX-Reswap", "outerHTML")):
        response[name] = value
    return response
