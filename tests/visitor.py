"""A person without a browser: pages, cookies and forms over a plain connection."""

import http.client
import re
from html import unescape
from urllib.parse import urlencode, urlsplit

from tests.patience import USUAL


class Visitor:
    """One person at one host. The name is not looked up: `*.localhost` is this machine."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str, str]:
        """One request: status, page, and where it points next."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=USUAL)
        headers = {"Host": f"{self.host}:{self.port}", "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if form is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Referer": f"http://{self.host}:{self.port}{path}"}
        try:
            connection.request(method, path, urlencode(form) if form is not None else None, headers)
            response = connection.getresponse()
            page = response.read().decode("utf-8", "replace")
        finally:
            connection.close()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return response.status, page, response.headers.get("Location") or ""

    def read(self, path: str) -> str:
        """A page, wherever it leads to."""
        status, page, there = self.ask("GET", path)
        if there:
            return self.read(address(there))
        assert status == http.client.OK, f"{path}: {status}\n{page}"
        return page

    def fill_in(self, path: str, action: str = "", **answers: str) -> str:
        """Fill in a form of a page and send it; the page it ends at. `action` is the form's address, the page's own without it."""
        return self.send(self.read(path), action or path, **answers)

    def send(self, page: str, action: str, **answers: str) -> str:
        """Send the form of a page that goes to `action`; the page it ends at."""
        status, answered, there = self.ask("POST", action, {**fields_of(form_with(page, action)), **answers})
        assert status in {http.client.FOUND, http.client.SEE_OTHER}, f"{action}: {status}\n{answered}"
        return self.read(address(there))


def address(url: str) -> str:
    """The part of an address that is asked for."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def form_with(page: str, action: str) -> str:
    """The form of a page that goes there; the first that is posted where none says so."""
    forms = [one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if 'method="post"' in one]
    return next((one for one in forms if f'action="{action}' in one), forms[0])


def fields_of(form: str) -> dict[str, str]:
    """What a form carries that nobody sees."""
    found = {}
    for tag in re.findall(r"<input[^>]*>", form):
        said = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
        if said.get("type") == "hidden" and "name" in said:
            found[said["name"]] = unescape(said.get("value", ""))
    return found
