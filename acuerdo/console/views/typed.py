"""What the palette offers, and how what somebody typed is found and marked in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.utils.html import format_html
from django.utils.safestring import SafeString

from acuerdo.console.queries import palette as look
from acuerdo.core.tickets.seeking import plain


@dataclass(frozen=True, slots=True)
class Item:
    """Something to do or to go to. `press`: the key that does it on the case's own page; `dialog`: it opens in the page's dialog there.

    `also`: what it is found by besides its label.
    """

    label: SafeString | str
    url: str
    icon: str
    hint: str = ""
    key: str = ""
    press: str = ""
    write: str = ""
    dialog: bool = False
    also: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Items of a kind."""

    label: str
    items: tuple[Item, ...] = field(default=())


def fitting(items: Sequence[Item], words: str) -> tuple[Item, ...]:
    """Keep what has all the words, marked; where something begins a word with them, only that."""
    has = [item for item in items if look.has(f"{item.label} {item.also}", words.split())]
    kept = [item for item in has if begins(f"{item.label} {item.also}", words)] or has
    return tuple(replace(one, label=marked(str(one.label), words)) for one in kept)


def begins(text: str, words: str) -> bool:
    """Whether each typed word begins a word of a text."""
    there = f" {plain(text)}"
    return all(f" {plain(word)}" in there for word in words.split())


def marked(text: str, words: str) -> SafeString:
    """A text with the first place of each typed word marked, whatever their accents."""
    there, places = plain(text), []
    if len(there) == len(text):  # else folding moved what stands where
        for word in {plain(word) for word in words.split()}:
            first = f" {there}".find(f" {word}")
            at = there.find(word) if first < 0 else first
            if at >= 0:
                places.append((at, at + len(word)))
    made, done = SafeString(""), 0
    for start, end in sorted(places):
        if start < done:
            continue
        made += format_html("{}<mark>{}</mark>", text[done:start], text[start:end])
        done = end
    return SafeString(made + format_html("{}", text[done:]))
