"""Pages travel compressed: a queue of fifty cases is 8 kB instead of 105, which a telephone in a bus feels."""

import re

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

#: What is written anew for each request. Styles and programs were compressed when they were collected; files are sent as they came.
WRITTEN = ("text/html", "application/json")
#: A weight of nothing is a no (RFC 9110 §12.5.3), which Django's own look at the name takes for a yes.
REFUSED = re.compile(r"(?:^|,)\s*gzip\s*;\s*q=0(?:\.0{0,3})?\s*(?:,|$)", re.IGNORECASE)


class CompressedPages(GZipMiddleware):
    """Django's, for pages only.

    It adds a random length, and forms' tokens are masked anew each time, so that no length tells a secret (BREACH).
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress a page for whoever reads gzip."""
        if response.streaming or not response.get("Content-Type", "").startswith(WRITTEN):
            return response
        if REFUSED.search(request.META.get("HTTP_ACCEPT_ENCODING", "")):
            patch_vary_headers(response, ("Accept-Encoding",))
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed
