# ruff: noqa: INP001 - a script beside the others, imported by nobody
"""Is every sentence of the product there in English?

    script/translations            says what is missing, unfinished or left over; exit code 1 if anything is
    script/translations --write    brings the catalogue up to date: new sentences empty, old ones out

The Spanish sentence is the key. gettext's own programs are not needed: Python is read as Python,
a template by Django's own reader.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib
from django.conf import settings
from django.utils.translation.template import templatize

CLONE = Path(__file__).resolve().parents[1]
CATALOGUE = CLONE / "acuerdo/locale/en/LC_MESSAGES/django.po"
SPEAKS = re.compile(r"^(N?_|(?P<n>n)?(?P<p>p)?gettext(_lazy|_noop)?|(?P<np>np)gettext(_lazy)?)$")
CALLS = re.compile(r"\b(?:_|n?p?gettext)\(")
ELSEWHERE = ("tests", "migrations", "running", "bench")  # running has a table of its own, proved by its tests


class Sentence(NamedTuple):
    """What a catalogue knows a sentence by."""

    context: str
    one: str
    many: str


def in_python(code: str) -> Iterator[Sentence]:
    """Find the literal sentences given to gettext and its kin."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and (found := spoken(node)):
            yield found


def spoken(call: ast.Call) -> Sentence | None:
    """Read one call; None when it is another function's, or its words are not in the code."""
    kind = SPEAKS.match(getattr(call.func, "id", getattr(call.func, "attr", "")))
    words = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    if kind is None or not words:
        return None
    context = words.pop(0) if kind["p"] or kind["np"] else ""
    return Sentence(context, words[0], words[1] if kind["n"] or kind["np"] else "")


def in_template(text: str) -> Iterator[Sentence]:
    """Find the sentences of a template. Django turns it into calls among filler; each is read up to where it is whole."""
    code = templatize(text)
    for start in CALLS.finditer(code):
        for end in re.finditer(r"\)", code[start.start() :]):
            try:
                call = ast.parse(code[start.start() : start.start() + end.end()], mode="eval")
            except SyntaxError:
                continue
            yield from in_python(ast.unparse(call))
            break


def said() -> dict[Sentence, set[str]]:
    """Every sentence of the product, with the files that say it."""
    found: dict[Sentence, set[str]] = {}
    for file in sorted((CLONE / "acuerdo").rglob("*")):
        place = file.relative_to(CLONE)
        if set(place.parts) & set(ELSEWHERE) or "node_modules" in place.parts:
            continue
        read = in_python if file.suffix == ".py" else in_template if "templates" in place.parts and file.is_file() else None
        for sentence in read(file.read_text("utf-8")) if read else ():
            found.setdefault(sentence, set()).add(str(place))
    return found


def known(catalogue: polib.POFile) -> dict[Sentence, polib.POEntry]:
    """The catalogue's entries by sentence."""
    return {Sentence(e.msgctxt or "", e.msgid, e.msgid_plural or ""): e for e in catalogue if not e.obsolete}


def is_finished(entry: polib.POEntry) -> bool:
    """Whether it is translated, nobody doubts it, and no name in braces or percent signs was lost."""
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    names = set(re.findall(r"%\(\w+\)\w|\{\w+\}", entry.msgid_plural or entry.msgid))
    return all(texts) and not entry.fuzzy and set(re.findall(r"%\(\w+\)\w|\{\w+\}", texts[-1])) == names


def complaints(sentences: dict[Sentence, set[str]], entries: dict[Sentence, polib.POEntry]) -> Iterator[str]:
    """Name each fault with the file to look at."""
    for sentence, files in sorted(sentences.items()):
        if sentence not in entries:
            yield f"missing: {sentence.one!r} ({', '.join(sorted(files))})"
        elif not is_finished(entries[sentence]):
            yield f"unfinished: {sentence.one!r} ({', '.join(sorted(files))})"
    yield from (f"left over: {sentence.one!r}" for sentence in sorted(entries.keys() - sentences.keys()))


def write(sentences: dict[Sentence, set[str]], catalogue: polib.POFile) -> None:
    """Bring the catalogue up to date, in the order of the files."""
    entries = known(catalogue)
    catalogue.clear()
    for sentence, files in sorted(sentences.items(), key=lambda item: (sorted(item[1]), item[0])):
        entry = entries.get(sentence) or polib.POEntry(
            msgctxt=sentence.context or None,
            msgid=sentence.one,
            msgid_plural=sentence.many or None,
            msgstr_plural={0: "", 1: ""} if sentence.many else None,
        )
        entry.occurrences = [(file, "") for file in sorted(files)]
        catalogue.append(entry)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(CATALOGUE))


def opened() -> polib.POFile:
    """The catalogue; an empty one when there is none yet."""
    if CATALOGUE.exists():
        return polib.pofile(str(CATALOGUE))
    new = polib.POFile(wrapwidth=110)
    new.metadata = {
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    return new


def main(arguments: list[str]) -> int:
    """Check, or write and check."""
    settings.configure(USE_I18N=True)
    sentences, catalogue = said(), opened()
    if "--write" in arguments:
        write(sentences, catalogue)
    faults = list(complaints(sentences, known(catalogue)))
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    sys.stdout.write(f"{len(sentences)} sentences, {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
