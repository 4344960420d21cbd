"""What was said in a case: `{% load posts %}`. A long one has a hundred messages; a pattern takes a quarter of what a template takes."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from acuerdo.console.templatetags.thread import beginning, ending
from acuerdo.console.views.timeline import Evidence, Post
from acuerdo.files.models import StoredFile
from acuerdo.ui.markup import filled
from acuerdo.ui.templatetags.ui import face, icon, instant

register = template.Library()

POST = (
    '<article class="post post--{kind}" id="mensaje-{pk}" data-by="{by}"><div class="post__by">{mark}<b>{author}</b>{solution}'
    '<span class="{quiet}clip">{about}</span>{delivery}{at}</div>\n<div class="post__text">{text}</div>{rest}\n{signature}{evidence}\n'
    "{files}\n{quoted}\n{markup}\n</article>\n"
)
STAMP = '<span class="stamp">{}{}</span>'
SOLUTION = '<span class="chip chip--good">{}{}</span>'
SENT = '<span class="quiet" title="{}">{}</span>'
WAITING = '<span class="quiet">{}{}</span>'
REFUSED = '<span class="chip chip--late" title="{}">{}{}</span>'
MORE = '<details class="post__more"><summary>{}</summary><div class="post__text{}">{}</div></details>'
SIGNED = '<div class="post__text post__signed quiet">{}</div>'
EVIDENCE = '<dl class="pairs post__evidence">{}</dl>'
PAIR = "<dt>{}</dt><dd>{}</dd>"
WORDLESS = '<span class="quiet">{}</span>'
FILES = '<div class="files">{}</div>'
FILE = '<a class="file" href="{url}" download>{icon}<span class="clip">{name}</span> · {size}</a>'
SHOT = (
    '<a class="shot" href="{url}?imagen" target="_blank" rel="noopener"><img src="{url}?imagen" loading="lazy" alt="">'
    "<small>{name} · {size}</small></a>"
)
MARKUP = (
    '<details class="post__more"><summary>{}</summary><iframe class="post__frame" loading="lazy" sandbox title="{}" src="{}"></iframe>'
    "</details>"
)


@register.simple_tag(takes_context=True)
def post_told(context: dict[str, Any], post: Post) -> SafeString:
    """A message: who said it, what became of its mail, and what came with it."""
    number = context["ticket"].number
    rest = ending(post.text)
    return filled(
        POST,
        kind=post.kind,
        pk=post.pk,
        by=post.author if post.author != context["person"].name else "",
        mark=mark(post),
        author=post.author,
        solution=filled(SOLUTION, icon("check", "i i--s"), _("Solución")) if post.is_solution else "",
        quiet="" if post.kind == "note" else "quiet ",
        about=post.about,
        delivery=delivery(post) if post.delivery else "",
        at=instant(context, post.at),
        text=beginning(post.text) if post.text.strip() or post.kind != "them" else filled(WORDLESS, _("(sin texto)")),
        rest=filled(MORE, _("Leer el resto"), "", rest) if rest else "",
        signature=filled(SIGNED, post.signature) if post.signature else "",
        evidence=filled(EVIDENCE, pairs(post.evidence)) if post.evidence else "",
        files=filled(FILES, files(post.files, number)) if post.files else "",
        quoted=filled(MORE, _("Lo que citaba"), " quiet", post.quoted) if post.quoted else "",
        markup=markup(post, number) if post.has_markup else "",
    )


def mark(post: Post) -> SafeString:
    """Whose it is: a face, or the stamp of what only the desk sees."""
    if post.kind == "note":
        return filled(STAMP, icon("lock", "i i--s"), _("Nota interna"))
    return face(post.author, us=post.kind == "us")


def delivery(post: Post) -> SafeString:
    """What became of its mail."""
    if post.delivery == "sent":
        return filled(SENT, _("Enviado por correo"), icon("mail-check", "i i--s", _("Enviado por correo")))
    if post.delivery == "waiting":
        return filled(WAITING, icon("send", "i i--s"), _("en camino"))
    return filled(REFUSED, post.problem, icon("mail-x", "i i--s"), _("El correo fue rechazado"))


def pairs(evidence: Iterable[Evidence]) -> SafeString:
    """What a solution carries."""
    return SafeString("".join(filled(PAIR, one.label, one.text) for one in evidence))


def files(sent: Iterable[StoredFile], number: int) -> SafeString:
    """What came with it; pictures are shown."""
    return SafeString("".join(file(one, reverse("tickets:file", args=[number, one.pk])) for one in sent))


def file(one: StoredFile, url: str) -> SafeString:
    """One of them."""
    size = filesizeformat(one.size)
    if one.may_be_shown:
        return filled(SHOT, url=url, name=one.name, size=size)
    return filled(FILE, url=url, icon=icon("file-text", "i i--s"), name=one.name, size=size)


def markup(post: Post, number: int) -> SafeString:
    """The message as it came, in a frame of its own."""
    return filled(MARKUP, _("Ver como llegó"), _("El mensaje como llegó"), reverse("tickets:markup", args=[number, post.pk]))
