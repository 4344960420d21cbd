"""HTML read as the text a person would have typed, and parted from what it quotes."""

import pytest

from acuerdo.core.mail import has_form, newest_html, newest_of, read, text_of
from acuerdo.core.mail.tests.messages import message, multipart, part

ATTRIBUTION = (
    '<div dir="ltr" class="gmail_attr">El lun, 23 nov 2026 a las 16:15, Soporte (<a href="mailto:s@x.co">s@x.co</a>) escribió:<br></div>'
)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Uno</p><p>Dos</p>", "Uno\n\nDos"),
        ("Uno<br>Dos<br/><br>Tres", "Uno\nDos\n\nTres"),
        ("<div>Uno</div><div><br></div><div>Dos</div>", "Uno\n\nDos"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("a &lt; b &amp;&nbsp;c &#233; &#0;", "a < b & c é \ufffd"),
        ("a < b y 3 <4", "a < b y 3 <4"),
        ("<style>p{}</style><script>x<p></script>uno<!-- <p>no --><title>no</title>", "uno"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<blockquote>cita<blockquote>honda</blockquote></blockquote>yo", "> cita\n>\n> > honda\n>\n\nyo"),
        ('vea <a href="https://x.co/a">la página</a>', "vea la página <https://x.co/a>"),
        ('<a href="https://x.co/">https://x.co</a> <a href="javascript:x">y</a>', "https://x.co y"),
        ('<div style="display:none">oculto<div>más</div></div>visto', "visto"),
        ('<img alt="Firma"> <img src=x>', "Firma"),
        ('<p title="a > b">uno</p><p class="roto>dos</p>', "uno\n\ndos"),
    ],
)
def test_html_reads_as_text(html: str, text: str) -> None:
    assert text_of(html) == text


@pytest.mark.parametrize(
    "quote",
    [
        f'<div class="gmail_quote gmail_quote_container">{ATTRIBUTION}<blockquote class="gmail_quote">vieja</blockquote></div>',
        '<div class="gmail_quote">El 23 nov 2026 16:15, S &lt;s@x.co&gt; escribió:<br><blockquote>vieja</blockquote></div>',
        '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>De:</b> S</div><div>vieja</div>',
        '<hr><div id="x_divRplyFwdMsg">De: S</div>vieja',
        '<div class="moz-cite-prefix">El 23/11/2026 S escribió:</div><blockquote type="cite">vieja</blockquote>',
        '<blockquote type=cite>vieja<blockquote type="cite">más vieja</blockquote></blockquote>',
        '<div id="ymail"><div class="yahoo_quoted">vieja</div></div>',
    ],
)
def test_the_box_that_a_program_quotes_in_is_cut(quote: str) -> None:
    split = newest_html(f"<div>Ya quedó.</div>{quote}")

    assert text_of(split.new).strip() == "Ya quedó."
    assert "vieja" in split.quoted


def test_answers_inside_gmails_box_stay_with_what_they_answer() -> None:
    html = (
        f'<div>Van:</div><div class="gmail_quote">{ATTRIBUTION}<blockquote class="gmail_quote">¿Versión?</blockquote>'
        '<div>La 8.4</div><blockquote class="gmail_quote">¿Todos?</blockquote></div>'
    )

    assert newest_html(html).new == html


def test_answers_between_boxes_stay_and_only_the_last_box_goes() -> None:
    split = newest_html(
        "<blockquote type=cite>¿a?</blockquote>sí<blockquote type=cite>¿b?</blockquote>no<blockquote type=cite>adiós</blockquote>"
    )

    assert split.new == "<blockquote type=cite>¿a?</blockquote>sí<blockquote type=cite>¿b?</blockquote>no"


def test_an_answer_below_the_only_box_is_what_is_new() -> None:
    assert newest_html("<blockquote type=cite>¿a?</blockquote><p>sí</p>").new == "<p>sí</p>"


def test_a_forward_and_a_message_that_is_all_quote_stay_whole() -> None:
    forward = '<div>ver</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message</div>la noticia</div>'
    quote = "<blockquote type=cite>todo</blockquote>"

    assert newest_html(forward).new == forward
    assert newest_html(quote).new == quote


def test_a_letter_is_parted_by_its_html_where_its_text_shows_no_quote() -> None:
    html = "<div>Ya quedó.<br>-- <br>Ana</div><div id=divRplyFwdMsg>de antes</div>"
    both = multipart("alternative", part("text/plain; charset=utf-8", "Ya quedó.\nde antes"), part("text/html; charset=utf-8", html))

    split = newest_of(read(message(both)))

    assert split.new == "Ya quedó."
    assert "de antes" in split.quoted


def test_a_letter_that_forwards_is_all_new() -> None:
    raw = b"Subject: RV: falla\n\nVer abajo\n\nDe: A <a@x.co>\nEnviado: lunes\nPara: B\nAsunto: falla\n\nNo abre"

    assert newest_of(read(raw)).quoted == ""


@pytest.mark.parametrize(
    "html", ["<b>uno</b>", '<IMG src="cid:a">', "<table><tr><td>1", "<ul><li>a", '<span class="x" style="color:red">a</span>']
)
def test_html_with_a_form_of_its_own_is_worth_a_frame(html: str) -> None:
    assert has_form(html)


@pytest.mark.parametrize("html", ["", "<p>uno</p><div>dos<br></div>", "<span>a</span>", "<base href=x>", "a < b", "<span <p style>"])
def test_html_that_says_no_more_than_its_text_is_not(html: str) -> None:
    assert not has_form(html)
