"""The character that no column keeps and nobody types: what was sent is read without it, once, before every page.

PostgreSQL refuses NUL in a text, so that one in a form would break whichever page forgot it. Names and kinds of files are made anew
where a file is kept (files/actions/store.py), and a header that holds one never comes through the door: h11 answers it with 400.
"""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

NUL = "\x00"


class WithoutUnwritable:
    """Takes NUL out of the address's words, a form's and the cookies'; an address that holds one before its words is nowhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next in line."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look where one could hide; most requests have none, and pay for three looks."""
        if NUL in request.path_info:
            raise Http404
        words = request.META.get("QUERY_STRING", "")
        if "%00" in words or NUL in words:
            request.GET = written(request.GET)  # type: ignore[assignment]  # as its reader would give it
            request.META["QUERY_STRING"] = request.GET.urlencode()
        # In a quoted cookie \000 is one.
        if "\\" in request.META.get("HTTP_COOKIE", ""):
            request.COOKIES = {without(name): without(value) for name, value in request.COOKIES.items()}
        if request.method == "POST":
            form = request.POST
            if any(NUL in name or any(NUL in value for value in values) for name, values in form.lists()):
                request.POST = written(form)  # type: ignore[assignment]
        return self.get_response(request)


def without(text: str) -> str:
    """A text as a column can hold it."""
    return text.replace(NUL, "")


def written(form: QueryDict) -> QueryDict:
    """A form's words, each where it was, as columns can hold them."""
    kept = QueryDict(mutable=True, encoding=form.encoding)
    for name, values in form.lists():
        for value in values:
            kept.appendlist(without(name), without(value))
    kept._mutable = False  # noqa: SLF001  as Django leaves a form that it has read
    return kept
