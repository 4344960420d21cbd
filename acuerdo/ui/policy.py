"""What a page may load (Content-Security-Policy): the same for nearly all of them, so it is written once."""

from collections.abc import Callable
from typing import Any

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.http import HttpRequest, HttpResponseBase

#: By what the library's decorators mark an answer.
MARKS = frozenset(f"_csp_{mark}{way}" for mark in ("exempt", "config", "update", "replace") for way in ("", "_ro"))


class PolicyOfPages(CSPMiddleware):
    """The library's; it would write the policy of the settings anew for each answer, which takes 300 calls."""

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        super().__init__(get_response)
        self.usual = build_policy()

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Say it; what a view wants otherwise, or names a nonce for, is left to the library."""
        if "_csp_nonce" in vars(request) or not MARKS.isdisjoint(vars(response)):
            others: HttpResponseBase = super().process_response(request, response)
            return others
        if HEADER not in response:
            response[HEADER] = self.usual
        return response
